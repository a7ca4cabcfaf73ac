import { Disclosure } from "@/app/_ui/disclosure"
import { say } from "@/lib/words"

const SIGNS = [
  ["## Before you start", say("A heading; ### is one below it")],
  ["**Meet.** Bring people together.", say("Bold words")],
  [
    "[Start a group](start-a-group)",
    say("A link to another guide, or to an address that begins with https://"),
  ],
  [":::steps\n1. Find two others\n2. Write your purpose\n:::", say("Steps, one after another")],
  [":::checklist\n- A name\n- A bank account\n:::", say("Boxes to tick")],
  [":::warning\nNever sign alone.\n:::", say("A warning")],
  ["| Form | Cost |\n|---|---|\n| Trust | Nothing |", say("A table")],
  ["You must register.[^1]\n\n[^1]: GOV.UK, November 2026", say("A source or note")],
  ["::contact", say("How to reach you")],
  ["::nearest", say("A box to find help by postcode")],
  ["::who-can-help", say("Both of them")],
] as const

/** The few signs by which a guide is written. */
export const HowToWrite = () => (
  <Disclosure summary={say("How to write a guide")}>
    <dl className="m-0 max-w-3xl">
      {SIGNS.map(([written, means]) => (
        <div key={written} className="summary-row">
          <dt>{means}</dt>
          <dd className="m-0">
            <pre className="m-0 whitespace-pre-wrap">{written}</pre>
          </dd>
        </div>
      ))}
    </dl>
  </Disclosure>
)
