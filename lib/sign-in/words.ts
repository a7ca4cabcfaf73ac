import { say } from "../words"

const BROWSERS: [RegExp, string][] = [
  [/Edg(A|iOS)?\//, say("Edge")],
  [/OPR\/|Opera/, say("Opera")],
  [/SamsungBrowser\//, say("Samsung Internet")],
  [/Firefox\/|FxiOS\//, say("Firefox")],
  [/Chrom(e|ium)\/|CriOS\//, say("Chrome")],
  [/Safari\//, say("Safari")],
]
const MACHINES: [RegExp, string][] = [
  [/iPhone/, say("an iPhone")],
  [/iPad/, say("an iPad")],
  [/Android.*Mobile/, say("an Android phone")],
  [/Android/, say("an Android tablet")],
  [/CrOS/, "a Chromebook"],
  [/Windows/, say("a Windows computer")],
  [/Mac OS X/, "a Mac"],
  [/Linux/, say("a Linux computer")],
]
const first = (list: [RegExp, string][], text: string) => list.find(([like]) => like.test(text))?.[1]

/** A browser in words that its owner knows it by, from what it says of itself: "Chrome on an Android phone". */
export function deviceInWords(userAgent: string | null): string {
  const browser = first(BROWSERS, userAgent ?? "") ?? say("A browser")
  const machine = first(MACHINES, userAgent ?? "")
  return machine ? say("{browser} on {machine}", { browser, machine }) : browser
}
