# xml_findings.py - the findings in a report in XML, by Python's parser, as JSON
import json
import sys
import xml.etree.ElementTree as tree

root = tree.parse(sys.argv[1]).getroot()
found = []
if root.tag == "testsuites":
    for case in root.iter("testcase"):
        failure = case.find("failure")
        if failure is None:
            continue
        rule, _, place = case.get("name").partition("/")
        line, _, column = place.rpartition(" at ")[2].partition(":")
        assert line == case.get("line") and case.get("classname") == case.get("file")
        found.append({"path": case.get("file"), "line": int(line), "column": int(column),
                      "rule": rule, "severity": failure.get("type"),
                      "message": failure.get("message")})
    for suite in root.iter("testsuite"):
        failures = sum(1 for _ in suite.iter("failure"))
        assert int(suite.get("failures")) == failures, suite.attrib
else:
    assert root.tag == "checkstyle"
    for file in root.iter("file"):
        for error in file.iter("error"):
            found.append({"path": file.get("name"), "line": int(error.get("line")),
                          "column": int(error.get("column")),
                          "rule": error.get("source").split(".")[1],
                          "severity": {"info": "note"}.get(error.get("severity"),
                                                           error.get("severity")),
                          "message": error.get("message")})
json.dump(found, sys.stdout)
