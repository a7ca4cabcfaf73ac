const BROWSERS: [RegExp, string][] = [
  [/Edg(A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrom(e|ium)\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
]
const MACHINES: [RegExp, string][] = [
  [/iPhone/, "an iPhone"],
  [/iPad/, "an iPad"],
  [/Android.*Mobile/, "an Android phone"],
  [/Android/, "an Android tablet"],
  [/CrOS/, "a Chromebook"],
  [/Windows/, "a Windows computer"],
  [/Mac OS X/, "a Mac"],
  [/Linux/, "a Linux computer"],
]
const first = (list: [RegExp, string][], text: string) => list.find(([like]) => like.test(text))?.[1]

/** A browser in words that its owner knows it by, from what it says of itself: "Chrome on an Android phone". */
export function deviceInWords(userAgent: string | null): string {
  const browser = first(BROWSERS, userAgent ?? "") ?? "A browser"
  const machine = first(MACHINES, userAgent ?? "")
  return machine ? `${browser} on ${machine}` : browser
}
