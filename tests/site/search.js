// Answer queries as the site does: the theme's own worker, over the index that was built.
// Arguments: the folder of the site. Input: a JSON list of queries. Output: for each the addresses of its results, best first.
const fs = require("fs")
const path = require("path")
const vm = require("vm")

const site = process.argv[2]
const workers = path.join(site, "assets/javascripts/workers")
const worker = fs.readdirSync(workers).find(name => /^search\..*\.js$/.test(name))

let listen
let answer
const scope = {
  console,
  addEventListener: (_, listener) => (listen = listener),
  postMessage: message => answer(message),
  importScripts: (...names) => names.forEach(name => run(path.join(workers, name))),
}
scope.self = scope
vm.createContext(scope)
const run = file => vm.runInContext(fs.readFileSync(file, "utf-8"), scope, { filename: file })
run(path.join(workers, worker))

const ask = (type, data) => new Promise(resolve => ((answer = resolve), listen({ data: { type, data } })))

async function main() {
  const index = JSON.parse(fs.readFileSync(path.join(site, "search/search_index.json"), "utf-8"))
  await ask(0, { ...index, options: { suggest: false } })
  const found = []
  for (const query of JSON.parse(fs.readFileSync(0, "utf-8"))) {
    const { data } = await ask(2, query)
    found.push(data.items.map(group => group[0].location))
  }
  process.stdout.write(JSON.stringify(found))
}

main()
