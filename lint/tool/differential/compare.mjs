// compare.mjs - where the findings of stet and of markdownlint differ

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const REPORT_BYTES_MAX = 1 << 30; // of stet's report about one batch

// Rules that read no tokens themselves have none, unless another rule does.
const ONE_RULE = { default: false, MD001: true };

export class Comparison {
  static async with(stet, peers) {
    const require = createRequire(join(resolve(peers), "node_modules", "x.js"));
    const { lint } = await import(pathToFileURL(require.resolve("markdownlint/sync")));
    return new Comparison(resolve(stet), lint);
  }

  constructor(stet, lint) {
    this.stet = stet;
    this.lint = lint;
    this.folder = mkdtempSync(join(tmpdir(), "differential-"));
  }

  end() {
    rmSync(this.folder, { recursive: true });
  }

  // For each text the differences, as ["+MD012:3", "-MD013:4"]: `+` is found by stet alone,
  // `-` by markdownlint alone. Of a rule that failed in markdownlint nothing is said.
  differences(texts) {
    const ours = this.ourFindings(texts);
    return texts.map((text, i) => {
      const { found, failed } = this.theirFindings(text);
      return [
        ...[...ours[i]].filter((one) => !found.has(one) && !failed.has(one.split(":")[0])).map((one) => `+${one}`),
        ...[...found].filter((one) => !ours[i].has(one)).map((one) => `-${one}`),
      ];
    });
  }

  // The index of the first text that has a difference of this kind, as "+MD012"; -1 when
  // none has. markdownlint is asked only about the rule, and only where it matters.
  firstOfKind(texts, kind) {
    const [side, rule] = [kind[0], kind.slice(1)];
    const ofRule = (found) => [...found].filter((one) => one.startsWith(`${rule}:`));
    return this.ourFindings(texts).findIndex((one, i) => {
      const ours = ofRule(one);
      if (side === "+" && !ours.length) {
        return false;
      }
      const { found, failed } = this.theirFindings(texts[i], { ...ONE_RULE, [rule]: true });
      const theirs = ofRule(found);
      return side === "+" ? !failed.has(rule) && ours.some((other) => !found.has(other)) : theirs.some((other) => !one.has(other));
    });
  }

  ourFindings(texts) {
    const folder = join(this.folder, "texts");
    mkdirSync(folder);
    texts.forEach((text, i) => writeFileSync(join(folder, `${i}.md`), text));
    const command = ["check", "--no-config", "--preset", "markdownlint", "--format", "ndjson", "."];
    const done = spawnSync(this.stet, command, { cwd: folder, maxBuffer: REPORT_BYTES_MAX });
    rmSync(folder, { recursive: true });
    if (done.status !== 0 && done.status !== 1) {
      throw new Error(`stet: ${done.status} ${done.signal}: ${done.stderr}`);
    }
    return this.read(done.stdout.toString(), texts.length);
  }

  read(report, count) {
    const found = Array.from({ length: count }, () => new Set());
    for (const row of report.split("\n").filter(Boolean)) {
      const one = JSON.parse(row);
      if (one.rule) {
        found[parseInt(one.path, 10)].add(`${one.rule}:${one.line}`);
      }
    }
    return found;
  }

  theirFindings(text, config = {}) {
    const found = new Set();
    const failed = new Set();
    for (const one of this.lint({ strings: { text }, config, handleRuleFailures: true }).text) {
      if (one.errorDetail && one.errorDetail.startsWith("This rule threw an exception")) {
        failed.add(one.ruleNames[0]);
      } else {
        found.add(`${one.ruleNames[0]}:${one.lineNumber}`);
      }
    }
    return { found, failed };
  }
}
