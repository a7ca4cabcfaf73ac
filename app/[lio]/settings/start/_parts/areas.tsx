import { Disclosure } from "@/app/_ui/disclosure"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import type { Start } from "@/lib/home/starting/queries"
import { AreaKind } from "../../../_parts/new-area"
import { nameAreasForm } from "../actions"

/** Where the LIO works: areas typed by their names, a line each, where no file of boundaries has them. */
export function Areas({ lio, areas }: { lio: string } & Pick<Start, "areas">) {
  const names = areas.map(({ name }) => name)
  return (
    <section aria-labelledby="areas">
      <h2 id="areas">Areas you serve</h2>
      <p>
        {names.length > 0 ? `On your list: ${names.join(", ")}. ` : "You have no areas on your list yet. "}
        <a href={`/${lio}/settings/areas`}>Look up districts and wards</a>, or type the names here. A{" "}
        <a href={`/${lio}/groups/import`}>list of groups that you import</a> brings in the areas it names,
        too.
      </p>
      <Disclosure summary="Type the names of your areas" open={names.length === 0}>
        <Form action={nameAreasForm} lio={lio} submit="Add these areas" kind="secondary" id="named">
          <TextArea
            name="names"
            label="Names"
            hint="One on each line, or paste a column of a spreadsheet"
            rows={6}
          />
          <AreaKind />
        </Form>
      </Disclosure>
    </section>
  )
}
