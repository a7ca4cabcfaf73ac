import { CODE, readTexts } from "../words/texts"
import { DATA_IN_CODE, NOT_TEXTS } from "./lists"
import type { Rule } from "./sources"

/** A text that begins or ends like this goes on from another, or is gone on from: nobody can translate a half. */
const PIECE = /^[\s,.;:)]|[\s,;]$/
const isData = (file: string) => DATA_IN_CODE.some((folder) => file.startsWith(folder))

/** How texts are held, so that there can be another language. */
export const textRules: Rule[] = [
  {
    says: "every text that people read goes through say",
    find: (sources) =>
      readTexts(sources)
        .bare.filter(({ file }) => !isData(file))
        .map(({ file, text }) => `${file}: ${text}`),
    known: NOT_TEXTS,
    seed: {
      files: {
        "app/[lio]/needs/page.tsx": `export const Needs = ({ name, one }) => (
          <Frame title="Needs" className="flex gap-3" href={\`/needs/\${one}\`}>
            <p>{say("Heard from {name}", { name })}</p>
            <p>Put to <b>{name}</b></p>
            {one ? \`“\${one}” is closed\` : null}
          </Frame>
        )`,
        "lib/needs/commands.ts": 'throw new RuleBroken("This need is closed.")\nlog.error("It went wrong")',
      },
      found: [
        "app/[lio]/needs/page.tsx: Needs",
        "app/[lio]/needs/page.tsx: Put to",
        "app/[lio]/needs/page.tsx: “{}” is closed",
        "lib/needs/commands.ts: This need is closed.",
      ],
    },
  },
  {
    says: "what is given to say stands there in full, is no piece of a sentence and no code",
    find: (sources) => {
      const { said, broken } = readTexts(sources)
      return [
        ...broken.map(({ file, text }) => `${file}: ${text}`),
        ...said
          .filter(({ text, one = text }) => PIECE.test(text) || PIECE.test(one) || CODE.test(text))
          .map(({ file, text }) => `${file}: ${text}`),
      ]
    },
    seed: {
      files: {
        "lib/needs/words.ts": `export const words = [say(name), say("Heard in {place}", { place }), say(", and closed"), say("banner banner-{kind}", { kind }),
          sayCount(2, FORMS), sayCount(2, { one: "{count} need", other: "{count} needs" })]`,
      },
      found: [
        "lib/needs/words.ts: say(name)",
        "lib/needs/words.ts: sayCount(2, FORMS)",
        "lib/needs/words.ts: , and closed",
        "lib/needs/words.ts: banner banner-{kind}",
      ],
    },
  },
]
