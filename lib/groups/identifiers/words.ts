import { say } from "../../words"
import type { Register } from "./numbers"

/** What a number of each register looks like: what to do when another was typed. */
export const LOOKS: Record<Register, string> = {
  "GB-CHC": say("A charity number of England and Wales has 6 or 7 digits, like 1234567"),
  "GB-SC": say("A charity number of Scotland is SC and 6 digits, like SC012345"),
  "GB-NIC": say("A charity number of Northern Ireland is NIC and 6 digits, like NIC101234"),
  "GB-COH": say(
    "A company number has 8 digits, or letters and 6 digits, like 01234567, SC123456 or CE012345",
  ),
  "GB-MPR": say("A number of the Mutuals Register is digits, often with a letter, like 31455R or 7123"),
  "GB-CASC": say("A reference of a sports club is a few letters and digits, like CH12345"),
  local: say("Enter the number"),
}

/** A number as it is written: Northern Ireland puts NIC before it. */
export const numberInWords = (register: Register, value: string) =>
  register === "GB-NIC" ? `NIC${value}` : value

/** Where the public register tells about a number; for registers without such pages, where one can look for it. */
export function registerPage(register: Register, value: string): { href: string; label: string } | null {
  const [main = value, linked = "0"] = value.split("-")
  const companies = "https://find-and-update.company-information.service.gov.uk/company"
  switch (register) {
    case "GB-CHC":
      return {
        href: `https://register-of-charities.charitycommission.gov.uk/charity-details/?regId=${main}&subId=${linked}`,
        label: say("on the register of charities"),
      }
    case "GB-SC":
      return value.startsWith("CS")
        ? { href: `${companies}/${value}`, label: say("at Companies House") }
        : {
            href: `https://www.oscr.org.uk/about-charities/search-the-register/charity-details?number=${value}`,
            label: say("on the Scottish charity register"),
          }
    case "GB-NIC":
      return {
        href: `https://www.charitycommissionni.org.uk/charity-details/?regId=${value}&subId=0`,
        label: say("on the register of charities of Northern Ireland"),
      }
    case "GB-COH":
      return { href: `${companies}/${value}`, label: say("at Companies House") }
    case "GB-MPR":
      return { href: "https://mutuals.fca.org.uk/", label: say("Search the Mutuals Register") }
    case "GB-CASC":
      return {
        href: "https://www.gov.uk/government/publications/community-amateur-sports-clubs-casc-registered-with-hmrc--2",
        label: say("See the list of sports clubs"),
      }
    default:
      return null
  }
}
