import { Form } from "@/app/_ui/form"
import { ASK_LATER } from "@/lib/imports/input"
import type { WordAsked } from "@/lib/imports/wizard/queries"
import { say, sayCount, shortened } from "@/lib/words"
import { meanForm } from "../actions"

/** Words that Trellis does not know, each asked about once for all the rows that say it. */
export function Words({ lio, importId, words }: { lio: string; importId: string; words: WordAsked[] }) {
  return (
    <>
      <h2 id="words">{say("What do these mean?")}</h2>
      <p>
        {say(
          "These are in your file but aren’t among the choices. Choose what each one means, and we’ll use that for every row.",
        )}
      </p>
      <Form action={meanForm} lio={lio} submit={say("Use these meanings")} kind="secondary" id="words">
        <input type="hidden" name="id" value={importId} />
        <ul className="max-w-3xl list-none border-t border-line p-0">
          {words.map(({ at, column, value, rows, options }, index) => (
            <li key={`${at} ${value}`} className="grid gap-2 border-b border-line py-3 sm:grid-cols-2">
              <label className="wrap-anywhere" htmlFor={`word-${index}`}>
                <b>{shortened(value, 80)}</b>
                <span className="block text-soft">
                  {column}, {sayCount(rows, { one: "{count} row", other: "{count} rows" })}
                </span>
              </label>
              <div>
                <input type="hidden" name="words[]" value={`${at}=${value}`} />
                <select className="input" id={`word-${index}`} name="meanings[]" defaultValue={ASK_LATER}>
                  <option value={ASK_LATER}>{say("Not decided")}</option>
                  {options.map(([value, label]) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                  <option value="">{say("Leave it out")}</option>
                </select>
              </div>
            </li>
          ))}
        </ul>
      </Form>
    </>
  )
}
