# action_step.awk - what a step of action.yml runs, and its environment
#
# usage: awk -v step=ID -f action_step.awk action.yml
# Prints `run COMMAND`, and for each variable `env NAME EXPRESSION`, where inputs have their
# defaults: `env NAME input NAME DEFAULT`.

function unquoted(text) {
    gsub(/^'|'$/, "", text)
    return text
}

/^inputs:/ { inside = "inputs" }
/^[a-z]/ && !/^inputs:/ { inside = $1 }
inside == "inputs" && /^  [a-z-]+:$/ {
    input = $1
    sub(/:$/, "", input)
}
inside == "inputs" && /^    default:/ {
    text = $0
    sub(/^    default: */, "", text)
    value[input] = unquoted(text)
}

inside == "runs:" && /^    - / { chosen = $0 == "    - id: " step }
chosen && /^      run: / {
    sub(/^      run: /, "")
    print "run " $0
}
chosen && /^        [A-Z_]+: \$\{\{ .* \}\}$/ {
    name = $1
    sub(/:$/, "", name)
    expression = $3
    if (expression ~ /^inputs\./) {
        sub(/^inputs\./, "", expression)
        print "env " name " input " expression " " value[expression]
    } else
        print "env " name " " expression
}
