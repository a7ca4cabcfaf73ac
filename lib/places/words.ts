import type { NationLetter } from "../bank-holidays"

/** Areas of postcodes that lie wholly in one nation. */
const POSTCODE_NATIONS: Partial<Record<NationLetter, string>> = {
  S: "AB DD EH FK G HS IV KA KW KY ML PA PH ZE",
  W: "CF SA",
  N: "BT",
}
/** Areas of postcodes on a border, or beyond the sea. */
const OF_NO_NATION = "CA CH DG GL GY HR IM JE LD LL NE NP SY TD".split(" ")

/** The nation that a postcode, or a part of one, is in; null where its area doesn't tell. */
export function nationOfPostcode(postcode: string): NationLetter | null {
  const [area = ""] = /^[A-Z]+/.exec(postcode) ?? []
  const nation = (Object.keys(POSTCODE_NATIONS) as NationLetter[]).find((one) =>
    POSTCODE_NATIONS[one]?.split(" ").includes(area),
  )
  return nation ?? (OF_NO_NATION.includes(area) ? null : "E")
}
