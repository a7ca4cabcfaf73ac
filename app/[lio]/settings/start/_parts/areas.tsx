import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import type { Start } from "@/lib/home/starting/queries"
import { inWords, say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { AreaKind } from "../../../_parts/new-area"
import { nameAreasForm } from "../actions"

/** Where the LIO works: areas typed by their names, a line each, where no file of boundaries has them. */
export function Areas({ lio, areas }: { lio: string } & Pick<Start, "areas">) {
  const names = areas.map(({ name }) => name)
  return (
    <section aria-labelledby="areas">
      <h2 id="areas">{say("Areas you serve")}</h2>
      <p>
        {names.length > 0
          ? say("On your list: {names}.", { names: inWords(names) })
          : say("You have no areas on your list yet.")}{" "}
        {sayRich(
          "<look>Look up districts and wards</look>, or type the names here. A <list>list of groups that you import</list> brings in the areas it names, too.",
          {
            look: (text) => <a href={`/${lio}/settings/areas`}>{text}</a>,
            list: (text) => <a href={`/${lio}/groups/import`}>{text}</a>,
          },
        )}
      </p>
      <Form
        fold={say("Type the names of your areas")}
        folded={{ open: names.length === 0 }}
        action={nameAreasForm}
        lio={lio}
        submit={say("Add these areas")}
        kind="secondary"
        id="named"
      >
        <TextArea
          name="names"
          label={say("Names")}
          hint={say("One on each line, or paste a column of a spreadsheet")}
          rows={6}
        />
        <AreaKind />
      </Form>
    </section>
  )
}
