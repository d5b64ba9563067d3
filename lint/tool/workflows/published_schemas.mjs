// published_schemas.mjs - takes the published schemas of GitHub's files out of action-validator
//
// usage: node published_schemas.mjs PEERS FOLDER
// Writes github-action.json and github-workflow.json into FOLDER. PEERS has
// @action-validator/core from npm, whose program has the texts of both in it.
import {readFileSync, writeFileSync} from 'node:fs';

const [peers, folder] = process.argv.slice(2);
const module = `${peers}/node_modules/@action-validator/core/action_validator_bg.wasm`;
const text = readFileSync(module).toString('latin1');

// From a line that is `{` to the next one that is `}`, before which all is indented.
function objectAround(at) {
    const start = text.lastIndexOf('{\n', at);
    const end = text.indexOf('\n}', at);
    return Buffer.from(text.slice(start, end + 2), 'latin1').toString('utf8');
}

// The permission that GitHub has had since the schema was taken.
function addAttestations(schema) {
    for (const {properties} of Object.values(schema.definitions))
        if (properties?.['id-token'])
            properties.attestations ??= properties['id-token'];
}

for (const name of ['github-action', 'github-workflow']) {
    const at = text.indexOf(`"$id": "https://json.schemastore.org/${name}.json"`);
    const schema = JSON.parse(at < 0 ? '' : objectAround(at));
    addAttestations(schema);
    writeFileSync(`${folder}/${name}.json`, JSON.stringify(schema));
}
