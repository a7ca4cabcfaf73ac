import { say } from "@/lib/words/say"
import type { Listed } from "./field-parts"

type Props = {
  id: string
  name: string
  label: string
  /** What is shown while nothing is ticked. */
  empty: string
  options: readonly Listed[]
  values: readonly string[]
  /** What is ticked is left out. */
  without: boolean
}

const MOST_NAMED = 2

/** What is chosen, in a few words: "Member, Enquiry", "5 chosen", "Not Closed". */
function chosenInWords({ options, values, without, empty }: Props): string {
  const named = values.map((value) => options.find((option) => option.value === value)?.label ?? value)
  if (named.length === 0) return empty
  const words = named.length > MOST_NAMED ? say("{named} chosen", { named: named.length }) : named.join(", ")
  return without ? say("Not {words}", { words }) : words
}

/** Some of a list, each with a box to tick, folded away: sends the name once for each, and `name.not` when they are left out. */
export function SomeOf(props: Props) {
  const { id, name, label, options, values, without } = props
  const groups = [...new Set(options.map(({ group }) => group))]
  return (
    <div className="field">
      <details className="some-of" name="some-of">
        <summary id={id}>
          <span className="label">{label}</span>
          <span className="input">{chosenInWords(props)}</span>
        </summary>
        <fieldset>
          <legend className="sr-only">{label}</legend>
          {groups.map((group) => (
            <div key={group ?? ""}>
              {group ? <p>{group}</p> : null}
              {options
                .filter((option) => option.group === group)
                .map((option) => (
                  <label key={option.value}>
                    <input
                      type="checkbox"
                      name={name}
                      value={option.value}
                      defaultChecked={values.includes(option.value)}
                    />
                    {option.label}
                  </label>
                ))}
            </div>
          ))}
          <label className="some-of-not">
            <input type="checkbox" name={`${name}.not`} value="yes" defaultChecked={without} />
            {say("Leave these out")}
          </label>
        </fieldset>
      </details>
    </div>
  )
}
