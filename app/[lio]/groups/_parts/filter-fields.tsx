import { Select } from "@/app/_ui/choices"
import { TextField } from "@/app/_ui/fields"
import { AREA_KINDS, INCOME_BANDS, MEMBERSHIP_STATES, SECTORS, STAGES, TERM_LISTS } from "@/db/vocabulary"
import type { Field } from "@/lib/groups/fields/input"
import type { listAreas, listTerms } from "@/lib/groups/queries"
import { AnswerFields } from "./answer-fields"
import { DIRECTORY_ANSWERS } from "./labels"

const options = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }))
const QUIET = [1, 3, 6, 12, 24]

type Props = {
  areas: Awaited<ReturnType<typeof listAreas>>
  terms: Awaited<ReturnType<typeof listTerms>>
  year: number
  /** The LIO's own questions. */
  fields: Field[]
  /** The filters beyond the first three are in force, so they are shown. */
  open: boolean
}

/** What the list of groups may be narrowed by: the first three in sight, the others behind a press. */
export function FilterFields({ areas, terms, year, fields, open }: Props) {
  const based = areas.flatMap(({ kind, code, name }) =>
    code ? [{ value: code, label: name, group: AREA_KINDS[kind] }] : [],
  )
  return (
    <>
      <TextField name="q" label="Name or number" type="search" />
      <Select name="stage" label="Stage" empty="Any" options={options(STAGES)} />
      {based.length > 0 ? <Select name="based" label="Based in" empty="Anywhere" options={based} /> : null}
      <details className="fold mb-4 sm:col-span-full" open={open}>
        <summary>More filters</summary>
        <div className="grid gap-x-5 sm:grid-cols-2 lg:grid-cols-3">
          <MoreFields areas={areas} terms={terms} year={year} />
          <AnswerFields fields={fields} />
        </div>
      </details>
    </>
  )
}

function MoreFields({ areas, terms, year }: Omit<Props, "open" | "fields">) {
  const years = Array.from({ length: 10 }, (_, back) => String(year - back))
  return (
    <>
      <Select name="membership" label="Membership" empty="Any" options={options(MEMBERSHIP_STATES)} />
      <Select name="sector" label="Sector" empty="Any" options={options(SECTORS)} />
      {areas.length > 0 ? (
        <Select
          name="serves"
          label="Serves"
          empty="Anywhere"
          options={areas.map(({ id, kind, name }) => ({ value: id, label: name, group: AREA_KINDS[kind] }))}
        />
      ) : null}
      {terms.length > 0 ? (
        <Select
          name="term"
          label="Theme or service"
          empty="Any"
          options={terms.map(({ id, list, name }) => ({ value: id, label: name, group: TERM_LISTS[list] }))}
        />
      ) : null}
      <Select
        name="income"
        label="Yearly income"
        empty="Any"
        options={[...options(INCOME_BANDS), { value: "unknown", label: "Not known" }]}
      />
      <Select
        name="directory"
        label="In the public directory"
        empty="Does not matter"
        options={options(DIRECTORY_ANSWERS)}
      />
      <Select
        name="quiet"
        label="Not contacted in"
        empty="Does not matter"
        options={QUIET.map((months) => ({
          value: String(months),
          label: months === 1 ? "1 month" : `${months} months`,
        }))}
      />
      <Select
        name="unconfirmed"
        label="Details not confirmed for"
        empty="Does not matter"
        options={[12, 24].map((months) => ({ value: String(months), label: `${months} months` }))}
      />
      <Select
        name="joined"
        label="Joined in"
        empty="Any year"
        options={[
          { value: "this-year", label: "This year" },
          ...years.map((one) => ({ value: one, label: one })),
        ]}
      />
      <Select
        name="missing"
        label="How to reach them"
        empty="Does not matter"
        options={[{ value: "contact", label: "Email or contact is missing" }]}
      />
      <Select
        name="needs"
        label="Details"
        empty="Does not matter"
        options={[{ value: "details", label: "Needs details" }]}
      />
    </>
  )
}
