import { ListedOptions } from "@/app/_ui/field-parts"
import { SPECIALISMS } from "@/db/vocabulary"
import { say } from "@/lib/words"
import { WhereIAm } from "./where-i-am"

type Props = {
  q?: string
  /** Whom the group is for; left out: it isn't asked. */
  about?: string | null
  /** In a demo the places are made up. */
  demo: boolean
}

/** Where people type a postcode or a place to find out who can help there. It needs no scripts. */
export function FinderForm({ q = "", about, demo }: Props) {
  return (
    <search className="no-print block max-w-2xl">
      <form action="/find" method="get">
        <div className="field">
          <label className="label" htmlFor="q">
            {say("Your postcode or the name of your place")}
          </label>
          <span id="q-hint" className="hint">
            {demo
              ? say("Like AV2 2XA, AV2 or Skelby: this is a demo, about places that don’t exist")
              : say("Like OL1 1AA, OL1 or Chadderton")}
          </span>
          <input
            id="q"
            name="q"
            className="input max-w-sm"
            defaultValue={q}
            maxLength={100}
            autoComplete="postal-code"
            aria-describedby="q-hint"
          />
        </div>
        {about === undefined ? null : (
          <div className="field">
            <label className="label" htmlFor="about">
              {say("Who is your group for?")}
              <span className="font-normal text-soft"> {say("(optional)")}</span>
            </label>
            <select id="about" name="about" className="input max-w-sm" defaultValue={about ?? ""}>
              <ListedOptions
                empty={say("Anybody")}
                options={Object.entries(SPECIALISMS).map(([value, label]) => ({ value, label }))}
              />
            </select>
          </div>
        )}
        <p>
          <button type="submit" className="button">
            {say("Find help")}
          </button>
        </p>
      </form>
      <WhereIAm />
    </search>
  )
}
