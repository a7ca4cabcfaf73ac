import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { withRows } from "@/app/_http/form-data"
import { lightChecks } from "@/app/_http/light-checks"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { flat, nested, resolverOf, wrongWith } from "@/app/_ui/light-checks"
import { LongFormClient } from "@/app/_ui/long-form-client"
import { RowFields } from "@/app/_ui/row-fields"
import { lineValues, rowsIn, withRowMore } from "@/app/_ui/rows"
import { ShownWhen } from "@/app/_ui/shown-when"
import { addQuestionInput } from "@/lib/consultations/questions/input"
import { addFieldInput } from "@/lib/fields/input"
import { addGroupInput } from "@/lib/groups/details/input"
import { changeSections } from "@/lib/groups/input"
import { changeTypeInput } from "@/lib/memberships/types/input"

describe("Rows", () => {
  it("come in order, whichever way their fields were sent", () => {
    const input = { "who.10.name": "K", "who.2.name": "C", "who.2.role": "x", title: "T", "who.x.name": "no" }
    expect(rowsIn(input)).toEqual({ who: [{ name: "C", role: "x" }, { name: "K" }] })
    expect(withRows(input)).toMatchObject({ title: "T", who: [{ name: "C" }, { name: "K" }] })
  })

  it("reach nothing but their own list", () => {
    const said = withRows({ "__proto__.0.polluted": "yes", "options.0.__proto__": "yes" })
    expect(Object.keys(rowsIn(said as Record<string, string>))).toEqual([])
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
  })

  it("are one more for the asking, with nothing else changed", () => {
    const input = { title: "T", ...lineValues("options", ["a"], 2) }
    expect(withRowMore(input, "options")).toEqual({ ...input, "options.2.line": "" })
    expect(withRowMore(input, "nothing")).toEqual(input)
  })

  it("leave out empty lines and doubles, and a text of lines says the same", () => {
    const field = { label: "Met", kind: "choice", forGroups: "nothing" }
    const typed = ["A letter", "", " A  letter ", "A visit"]
    const rows = addFieldInput.parse(withRows({ ...field, ...lineValues("options", typed) }))
    expect(rows.options).toEqual(["A letter", "A visit"])
    expect(addFieldInput.parse({ ...field, options: typed.join("\n") })).toEqual(rows)
  })

  it("say which of them is wrong", () => {
    const about = { label: "Met", kind: "choice", forGroups: "nothing" }
    const refused = addFieldInput.safeParse(
      withRows({ ...about, ...lineValues("options", ["a", "x".repeat(101)]) }),
    )
    expect(refused.error?.issues[0]?.path.join(".")).toBe("options.1.line")
  })

  it("of people may be empty, but not half empty", () => {
    const nobody = { name: "", role: "", email: "", phone: "" }
    const ann = { ...nobody, name: "Ann", role: "chair" }
    const input = (contacts: object[]) => addGroupInput.safeParse({ name: "Club", contacts })
    expect(input([nobody, ann]).data?.contacts).toMatchObject([null, { name: "Ann" }])
    expect(input([nobody, { ...ann, role: "" }]).error?.issues[0]?.path).toEqual(["contacts", 1, "role"])
  })
})

const INPUTS = {
  question: addQuestionInput,
  field: addFieldInput,
  group: addGroupInput,
  size: changeSections.size,
  standing: changeSections.standing,
  type: changeTypeInput,
}

describe("Light checks", () => {
  it("are found for every kind of input", () => {
    expect(lightChecks(changeSections.size).trustees?.number?.most).toBe(10_000)
    expect(lightChecks(changeSections.size).sizesAsAt?.date).toBe("Enter a real date, like 27 6 2026")
    expect(lightChecks(addQuestionInput).title).toMatchObject({
      enter: "Enter the question",
      most: { length: 500 },
    })
    expect(lightChecks(changeTypeInput).graceDays?.enter).toBe("Enter a number of days, from 0 to 366")
    expect(lightChecks(addFieldInput)["options.*.line"]?.most?.length).toBe(100)
    expect(lightChecks(addGroupInput)["contacts.*.name"]?.enter).toBeUndefined()
  })

  const TYPED = ["", " ", "x", "12", "1,000", "99999999999", "-1", "x".repeat(301), "x".repeat(6000)]
  it.each(Object.entries(INPUTS))(
    "of the %s refuse nothing that the server takes, in its words",
    (_, input) => {
      for (const [name, check] of Object.entries(lightChecks(input))) {
        if (name.includes("*") || check.date) continue
        for (const typed of TYPED) {
          const here = wrongWith(check, typed)
          if (!here) continue
          const there = input.safeParse({ [name]: typed }).error?.issues.find(({ path }) => path[0] === name)
          expect([name, typed.slice(0, 9), here]).toEqual([name, typed.slice(0, 9), there?.message])
        }
      }
    },
  )

  it("know a day that there is", () => {
    const check = { date: "No such day" }
    const input = (day: string, month: string, year: string, quick?: string) =>
      wrongWith(check, { day, month, year, quick })
    expect(input("29", "2", "2028")).toBeUndefined()
    expect(input("29", "Feb", "2026")).toBe("No such day")
    expect(input("", "", "")).toBeUndefined()
    expect(input("", "6", "2026")).toBe("No such day")
    expect(input("x", "", "", "today")).toBeUndefined()
  })

  it("look at each row, and only at fields that are in the form", async () => {
    const checks = { title: { enter: "Enter it" }, "rows.*.line": { most: { length: 2, words: "Too long" } } }
    const look = (values: object) => resolverOf(checks)(values, undefined, {} as never)
    const { errors } = await look({ rows: [{ line: "ab" }, { line: "abc" }] })
    expect(flat(errors)).toEqual({ "rows.1.line": "Too long" })
    expect(flat((await look({ title: " " })).errors)).toEqual({ title: "Enter it" })
  })

  it("hold errors as the library does, and back", () => {
    const errors = { title: "One", "rows.1.line": "Two", on: "Three", "": "Four" }
    expect(flat(nested(errors))).toEqual({ title: "One", "rows.1.line": "Two", on: "Three" })
  })
})

describe("A long form without scripts", () => {
  const html = renderToStaticMarkup(
    <LongFormClient
      action={async (before) => before}
      lio="ribble"
      formKey="key"
      checks={{}}
      values={{ kind: "text", label: "Met", ...lineValues("options", ["A letter"], 3) }}
    >
      <TextField name="label" label="Question" />
      <DateFields name="on" legend="Since" />
      <ShownWhen name="kind" is={["choice"]}>
        <RowFields name="options" legend="Choices" one="choice" parts={[{ name: "line", label: "Choice" }]} />
      </ShownWhen>
    </LongFormClient>,
  )

  it("has every field with its value, also those that do not apply", () => {
    expect(html).toMatch(/name="label"[^>]*value="Met"/)
    expect(html).toMatch(/name="options.0.line"[^>]*value="A letter"/)
    expect(html).toContain('name="options.2.line"')
    expect(html).toContain('name="on.day"')
    expect(html).toContain('class="not-now"')
  })

  it("saves by Enter, and adds a row by its own button", () => {
    const buttons = [...html.matchAll(/<button [^>]*type="submit"[^>]*>/g)].map(([button]) => button)
    expect(buttons[0]).not.toContain("name=")
    expect(buttons[1]).toContain('name="_more"')
    expect(buttons[1]).toContain('value="options"')
  })
})
