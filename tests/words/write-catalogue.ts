// npm run words:catalogue: writes every text of the code into the catalogue, for whoever translates.
import { writeFileSync } from "node:fs"
import { readSources } from "../architecture/sources"
import { CATALOGUE, catalogueOf } from "./catalogue"
import { readTexts } from "./texts"

const { said } = readTexts(readSources())
writeFileSync(CATALOGUE, catalogueOf(said))
console.log(`${CATALOGUE}: ${new Set(said.map(({ text }) => text)).size} texts`)
