// Adds the npm packages that the foundation's jar carries to the CycloneDX bill of materials of Maven's libraries.
// Arguments: the bill (JSON, changed in place), the folder in which npm installed (with package-lock.json).
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const [bill, folder] = process.argv.slice(2)
if (!existsSync(bill)) {
  console.log(`${bill} is not there: Maven writes it online only.`)
  process.exit(0)
}
const read = file => JSON.parse(readFileSync(file, 'utf8'))
const bom = read(bill)
const packaged = read(`${folder}/package.json`).dependencies
const locked = read(`${folder}/package-lock.json`).packages

function component(name) {
  const entry = locked[`node_modules/${name}`]
  const [group, short] = name.startsWith('@') ? name.split('/') : [undefined, name]
  const purl = `pkg:npm/${name.replace('@', '%40')}@${entry.version}`
  const content = Buffer.from(entry.integrity.replace('sha512-', ''), 'base64').toString('hex')
  return {
    type: 'library', 'bom-ref': purl, group, name: short, version: entry.version, scope: 'required',
    hashes: [{ alg: 'SHA-512', content }], licenses: [{ license: { id: entry.license } }], purl,
  }
}

const added = Object.keys(packaged).sort().map(component)
const refs = added.map(one => one['bom-ref'])
const foundation = bom.dependencies.find(one => one.ref.includes('/kreiskonzept-foundation@'))
if (!foundation) {
  throw new Error(`${bill} does not name the foundation, which packages ${refs.join(', ')}`)
}
bom.components = bom.components.filter(one => !refs.includes(one['bom-ref'])).concat(added)
bom.dependencies = bom.dependencies.filter(one => !refs.includes(one.ref)).concat(refs.map(ref => ({ ref, dependsOn: [] })))
foundation.dependsOn = [...new Set([...(foundation.dependsOn ?? []), ...refs])]
writeFileSync(bill, `${JSON.stringify(bom, null, 2)}\n`)
