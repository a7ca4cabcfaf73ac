import fs from "node:fs"
import { readBlt } from "@/lib/ballots/blt"
import { count } from "@/lib/ballots/count"
import { type Count, RULES, type Rule } from "@/lib/ballots/election"
import { decode } from "@/lib/spreadsheet/text"
import { type Command, WrongUsage } from "../command"

const isRule = (word: string): word is Rule => (RULES as readonly string[]).includes(word)

const VOTES = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 5 })

const STAGES = { first: "First preferences", surplus: "Surplus", exclusion: "Exclusion", votes: "Votes" }

/** A count sheet, stage by stage. */
function tell({ title, seats, valid, invalid, quota, elected, rounds }: Count): string {
  const stages = rounds.map(({ number, what, of, votes, nonTransferable, elected: won, tie }) => {
    const lines = Object.entries(votes)
      .sort(([, one], [, other]) => other - one)
      .map(([name, has]) => `    ${name}: ${VOTES.format(has)}${won.includes(name) ? " (elected)" : ""}`)
    return [
      `  ${number}. ${STAGES[what]}${of ? `: ${of}` : ""}${tie ? ` (level: ${tie.among.join(", ")}; it fell on ${tie.chosen} by ${tie.by === "lot" ? "lot" : "an earlier stage"})` : ""}`,
      ...lines,
      ...(nonTransferable > 0 ? [`    with nobody: ${VOTES.format(nonTransferable)}`] : []),
    ].join("\n")
  })
  return [
    title || "Count",
    `${valid} papers${invalid > 0 ? `, ${invalid} without anybody who stands` : ""}, ${seats} ${seats === 1 ? "seat" : "seats"}${quota === null ? "" : `, quota ${quota}`}`,
    `Elected: ${elected.join(", ")}`,
    ...stages,
  ].join("\n")
}

export const command: Command = {
  name: "count-ballots",
  usage: "FILE.blt --rule scottish-stv|irv|plurality|approval [--lots NAME,NAME]",
  help: "Counts the papers of a BLT file and prints the count stage by stage. Nothing is written.\nTies that no earlier stage breaks fall by lot: on the first of the names given with --lots, or on the lowest SHA-256 of the election and the candidate’s name, which anybody can draw again.",
  options: { rule: { type: "string" }, lots: { type: "string" } },
  async run({ rest: [file, ...more], options: { rule = "", lots = "" } }): Promise<Count> {
    if (!file || more.length > 0) throw new WrongUsage("Give one BLT file.")
    if (!isRule(rule)) throw new WrongUsage(`Give a rule: --rule ${RULES.join(", ")}.`)
    if (!fs.existsSync(file)) throw new WrongUsage(`There is no file ${file}.`)
    const drawn = lots.split(",").map((name) => name.trim())
    return count(readBlt(decode(fs.readFileSync(file))), rule, drawn.filter(Boolean))
  },
  tell: (result) => tell(result as Count),
}
