import { Checkboxes } from "@/app/_ui/choices"
import { Disclosure } from "@/app/_ui/disclosure"
import { Form } from "@/app/_ui/form"
import { sayWhere } from "@/lib/finder/telling/words"
import { ALL_WARDS } from "@/lib/lios/areas/input"
import type { DistrictOffer, Looked } from "@/lib/lios/areas/looking/queries"
import { say, sayCount } from "@/lib/words"
import { addPlacesForm } from "../../actions"
import { First } from "./first"

type Props = {
  lio: string
  at: string
  q: string
  first: boolean
  looked: Looked[]
  districts: DistrictOffer[]
}

/** Postcodes or names are typed, and the districts and wards that they mean can be ticked. */
export function LookUp({ lio, at, q, first, looked, districts }: Props) {
  return (
    <section aria-labelledby="look-up">
      <h2 id="look-up">{say("Add districts and wards")}</h2>
      <search>
        <form action={at} method="get">
          <div className="field">
            <label htmlFor="places" className="font-semibold">
              {say("Postcodes or names of places where you work")}
            </label>
            <span className="hint" id="places-hint">
              {say("Like OL1 1AA, OL9 or Oldham. Put commas between them if you type several.")}
            </span>
            <input
              id="places"
              name="q"
              type="search"
              defaultValue={q}
              className="input max-w-2xl"
              aria-describedby="places-hint"
              autoComplete="off"
              spellCheck={false}
            />
          </div>
          {first ? <First /> : null}
          <button type="submit" className={districts.length > 0 ? "button button-secondary" : "button"}>
            {say("Look up")}
          </button>
        </form>
      </search>
      {looked.length > 0 ? <Answers looked={looked} /> : null}
      {districts.length > 0 ? <Offers {...{ lio, first, districts }} /> : null}
    </section>
  )
}

/** What was made out of each thing that was typed; never more certain than it is. */
function Answers({ looked }: { looked: Looked[] }) {
  const said = looked.flatMap(({ typed, place, unknown }) => {
    if (place) {
      const where = sayWhere(place)
      const words =
        place.districts.length > 0 ? where : say("{where} Type the name of its council instead.", { where })
      return [{ typed, words }]
    }
    if (!unknown) return []
    return [
      {
        typed,
        words: say(
          "We don’t know “{typed}”. Check the spelling, try the council’s name, or type the name of the area further down.",
          { typed },
        ),
      },
    ]
  })
  return said.length > 0 ? (
    <ul className="my-6 max-w-3xl wrap-anywhere">
      {said.map(({ typed, words }) => (
        <li key={typed}>{words}</li>
      ))}
    </ul>
  ) : null
}

function Offers({ lio, first, districts }: Pick<Props, "lio" | "first" | "districts">) {
  const open = districts.filter(({ served }) => !served)
  const there = districts.filter(({ served }) => served)
  const withWards = districts.filter(({ wards }) => wards.some(({ served }) => !served))
  return (
    <>
      {there.map(({ code, name }) => (
        <p key={code} className="mt-4">
          {say("{name} is on your list already.", { name })}
        </p>
      ))}
      {open.length + withWards.length > 0 ? (
        <Form action={addPlacesForm} lio={lio} submit={say("Add what’s ticked")} id="offers">
          {first ? <First /> : null}
          {open.length > 0 ? (
            <Checkboxes
              name="districts"
              legend={say("Which of these do you work in?")}
              hint={say(
                "Tick a district if you work in all of it. If you work in only part of it, tick its wards instead.",
              )}
              value={open.filter(({ ticked }) => ticked).map(({ code }) => code)}
              options={open.map(({ code, name }) => ({ value: code, label: name }))}
            />
          ) : null}
          {withWards.map((district) => (
            <Wards key={district.code} {...district} />
          ))}
        </Form>
      ) : null}
    </>
  )
}

function Wards({ code, name, wards }: DistrictOffer) {
  const open = wards.filter(({ served }) => !served)
  return (
    <Disclosure
      summary={sayCount(
        open.length,
        { one: "{count} ward of {name}", other: "{count} wards of {name}" },
        { name },
      )}
      open={open.some(({ ticked }) => ticked)}
    >
      <Checkboxes
        name={`wards_${code}`}
        legend={say("Wards of {name}", { name })}
        value={open.filter(({ ticked }) => ticked).map((ward) => ward.code)}
        options={[
          { value: ALL_WARDS, label: say("All of them") },
          ...open.map((ward) => ({ value: ward.code, label: ward.name })),
        ]}
      />
    </Disclosure>
  )
}
