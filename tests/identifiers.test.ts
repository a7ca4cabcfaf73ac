import { describe, expect, it } from "vitest"
import { keys, REGISTERS } from "@/db/vocabulary"
import { addGroup, changeGroup } from "@/lib/groups/commands"
import { charityNumber, numberOn, type Register } from "@/lib/groups/identifiers/numbers"
import { listShared } from "@/lib/groups/identifiers/queries"
import { LOOKS, registerPage } from "@/lib/groups/identifiers/words"
import { changeSections } from "@/lib/groups/input"
import { getGroup } from "@/lib/groups/queries"
import { charityNumberSaid, numberSaidOn, orgIdSaid } from "@/lib/imports/columns/cells"
import { world } from "./support/world"

const w = await world()

describe("A number on a register", () => {
  it.each<[Register, string, string]>([
    ["GB-CHC", "1070672", "1070672"],
    ["GB-CHC", "214927", "214927"],
    ["GB-CHC", "1,234,567", "1234567"],
    ["GB-CHC", " 10 70 672 ", "1070672"],
    ["GB-CHC", "Charity no. 1234567", "1234567"],
    ["GB-CHC", "Registered Charity Number: 1,070,672.", "1070672"],
    ["GB-CHC", "Registered charity in England and Wales (1070672)", "1070672"],
    ["GB-CHC", "1070672.0", "1070672"],
    ["GB-CHC", "0214927", "214927"],
    ["GB-CHC", "1070672-0", "1070672"],
    ["GB-CHC", "1070672-1", "1070672-1"],
    ["GB-CHC", "1070672 – 12", "1070672-12"],
    ["GB-CHC", "GB-CHC-1070672", "1070672"],
    ["GB-SC", "sc 012345", "SC012345"],
    ["GB-SC", "SCO12345", "SC012345"],
    ["GB-SC", "Scottish charity no SC042386", "SC042386"],
    ["GB-SC", "042386", "SC042386"],
    ["GB-SC", "SC42386", "SC042386"],
    ["GB-SC", "CS003456", "CS003456"],
    ["GB-NIC", "NIC100019", "100019"],
    ["GB-NIC", "nic 100 019", "100019"],
    ["GB-NIC", "106789", "106789"],
    ["GB-COH", "9506232", "09506232"],
    ["GB-COH", "Registered company 1234567", "01234567"],
    ["GB-COH", "Company No: 00738693", "00738693"],
    ["GB-COH", "738693", "00738693"],
    ["GB-COH", "sc 12345", "SC012345"],
    ["GB-COH", "NI600123", "NI600123"],
    ["GB-COH", "CE012345", "CE012345"],
    ["GB-COH", "CE 12345", "CE012345"],
    ["GB-COH", "IP031455", "IP031455"],
    ["GB-COH", "IP27915R", "IP27915R"],
    ["GB-COH", "RS007123", "RS007123"],
    ["GB-COH", "SP2512RS", "SP2512RS"],
    ["GB-COH", "OC 301234", "OC301234"],
    ["GB-COH", "NP000123", "NP000123"],
    ["GB-COH", "CIC number 09506232", "09506232"],
    ["GB-MPR", "31455R", "31455R"],
    ["GB-MPR", "Mutuals register no. 31455 R", "31455R"],
    ["GB-MPR", "2512R(S)", "2512RS"],
    ["GB-MPR", "7123", "7123"],
    ["GB-MPR", "IP031455", "IP031455"],
    ["GB-CASC", "CA8FC482", "ca8fc482"],
    ["GB-CASC", "CASC ref ch 12345", "CH12345"],
    ["local", " vol  17 ", "VOL 17"],
  ])("of %s: %s is %s", (register, typed, standard) => {
    expect(numberOn(register, typed)).toBe(standard)
    expect(numberOn(register, standard)).toBe(standard)
  })

  it.each<[Register, string]>([
    ["GB-CHC", "12345"],
    ["GB-CHC", "123456789"],
    ["GB-CHC", "100019"],
    ["GB-CHC", "SC012345"],
    ["GB-CHC", "applied for"],
    ["GB-CHC", "01254 111222"],
    ["GB-SC", "SC1234567"],
    ["GB-SC", "1070672"],
    ["GB-NIC", "214927"],
    ["GB-NIC", "NIC12"],
    ["GB-COH", "1234"],
    ["GB-COH", "123456789"],
    ["GB-COH", "XX123456"],
    ["GB-COH", "00000000"],
    ["GB-MPR", "R31455"],
    ["GB-CASC", "the club"],
    ["local", "  "],
  ])("of %s cannot be %s", (register, typed) => expect(numberOn(register, typed)).toBeNull())

  it("tells charity registers apart by the form of the number", () => {
    expect(charityNumber("1070672")).toEqual({ register: "GB-CHC", value: "1070672" })
    expect(charityNumber("100019")).toEqual({ register: "GB-NIC", value: "100019" })
    expect(charityNumber("Charity SC042386")).toEqual({ register: "GB-SC", value: "SC042386" })
    expect(charityNumber("pending")).toBeNull()
  })

  it("is the same from a form and from a list", () => {
    expect(charityNumberSaid("Charity no. 1,234,567")).toEqual({ register: "GB-CHC", value: "1234567" })
    expect(numberSaidOn("GB-COH", "Registered company 1234567")).toEqual({
      register: "GB-COH",
      value: "01234567",
    })
    expect(orgIdSaid("GB-COH-9506232")).toEqual({ register: "GB-COH", value: "09506232" })
    expect(orgIdSaid("GB-CASC-ca8fc482")).toEqual({ register: "GB-CASC", value: "ca8fc482" })
    expect(orgIdSaid("GB-CHC-12")).toBeNull()
  })

  it("has a page on its public register", () => {
    expect(registerPage("GB-CHC", "1070672-1")?.href).toContain("regId=1070672&subId=1")
    expect(registerPage("GB-COH", "09506232")?.href).toMatch(/\/company\/09506232$/)
    expect(registerPage("local", "VOL 17")).toBeNull()
  })
})

describe("The form of a group’s numbers", () => {
  const seen = { id: crypto.randomUUID(), version: "1" }
  const parse = (value: object) => changeSections.registers.safeParse({ ...seen, ...value })

  it("takes several in one box, and commas inside a number", () => {
    expect(parse({ "GB-CHC": "1,234,567, 214927; 1070672" }).data?.identifiers).toEqual([
      { register: "GB-CHC", value: "1234567" },
      { register: "GB-CHC", value: "214927" },
      { register: "GB-CHC", value: "1070672" },
    ])
    expect(parse({ "GB-COH": "09506232,03914431" }).data?.identifiers).toHaveLength(2)
  })

  it("refuses each other number beside its box, with what one looks like", () => {
    for (const register of keys(REGISTERS).filter((one) => one !== "local")) {
      const issue = parse({ [register]: "pending" }).error?.issues[0]
      expect(issue?.path).toEqual([register])
      expect(issue?.message).toContain(LOOKS[register])
    }
  })

  it("keeps “on no register” apart from not known, and not beside a number", async () => {
    expect(parse({}).data?.unregistered).toBeNull()
    expect(parse({ unregistered: "yes" }).data?.unregistered).toBe(true)
    expect(parse({ unregistered: "yes", "GB-CHC": "1070672" }).error?.issues[0]?.path).toEqual([
      "unregistered",
    ])
    expect(parse({ unregistered: "yes", local: "VOL 1" }).success).toBe(true)
    const { id } = await w.asWorker((ctx) => addGroup(ctx, { name: "Knit and Natter" }))
    await w.asWorker((ctx) => changeGroup(ctx, id, { version: 1, unregistered: true }))
    expect((await w.asWorker((ctx) => getGroup(ctx, id))).unregistered).toBe(true)
    await w.asWorker((ctx) =>
      changeGroup(ctx, id, { version: 2, identifiers: [{ register: "GB-CHC", value: "1070672" }] }),
    )
    expect((await w.asWorker((ctx) => getGroup(ctx, id))).unregistered).toBeNull()
  })

  it("says which other group has the same number, and keeps it all the same", async () => {
    const number = { register: "GB-COH" as const, value: "09506232" }
    const one = await w.asWorker((ctx) => addGroup(ctx, { name: "Repair Café CIC", identifiers: [number] }))
    const two = await w.asWorker((ctx) => addGroup(ctx, { name: "The Repair Cafe", identifiers: [number] }))
    expect(await w.asWorker((ctx) => listShared(ctx, two.id))).toEqual([
      { ...number, id: one.id, name: "Repair Café CIC" },
    ])
    expect(await w.asLead((ctx) => listShared(ctx, w.foodbank.id))).toEqual([])
    expect(await w.asOtherManager((ctx) => listShared(ctx, two.id))).toEqual([])
  })
})
