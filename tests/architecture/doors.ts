import { filesWith, only, product, type Rule, type Sources } from "./sources"

const DOORS = "lib/access/doors.ts"
const VERBS = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS"
const MADE = {
  action: /^export (type |const \w+ = submit(Outside|ByLink)?[(<])/,
  route: new RegExp(
    `^export (const (${VERBS}) = (route|routePublic|routeOutside|feed|listFile|tableFile|publicDocumentFile|sharedDocumentFile)[(<]|const dynamic = "force-dynamic"$)`,
  ),
}

/** What a file exports that was not made as it has to be, as "file: export …". */
const othersThan = (made: RegExp, sources: Sources) =>
  [...sources].flatMap(([file, text]) =>
    text
      .split("\n")
      .filter((line) => /^export\b/.test(line) && !made.test(line))
      .map((line) => `${file}: ${/^export\b[\w ]*/.exec(line)?.[0].trim()}`),
  )

/** The pages and forms that an emailed link to a consultation opens. */
const OF_THE_ANSWER = [
  "",
  "answer/",
  "check/",
  "nothing/",
  "ours/",
  "results/",
  "results/written/",
  "saved/",
  "sent/",
]

/** Nothing reaches the records but through a door. */
export const doorRules: Rule[] = [
  {
    says: "only the doors make a Ctx",
    find: (sources) =>
      filesWith(
        only(sources, /^(?!tests\/architecture\/)/),
        /\bas (unknown as )?(Ctx|Parameters<[^>]*>\[0\])\b|<Ctx>\s*[({]|\bCtx as \w|: Ctx = \{/,
      ),
    known: { [DOORS]: "they make it" },
    seed: {
      files: { "lib/needs/queries.ts": "const ctx = { lio, actor, tx } as unknown as Ctx" },
      found: ["lib/needs/queries.ts"],
    },
  },
  {
    says: "only doors and sign-in open the database",
    find: (sources) =>
      filesWith(
        only(
          product(sources),
          /^(?!lib\/access\/|lib\/sign-in\/|db\/|app\/_http\/auth\.ts$|app\/api\/health\/)/,
        ),
        /\b(appDatabase|authDatabase|postgres)\(/,
      ),
    seed: {
      files: { "lib/needs/queries.ts": "await appDatabase().select()" },
      found: ["lib/needs/queries.ts"],
    },
  },
  {
    says: "no page, action or link has the system’s rights",
    find: (sources) => {
      const behindLinks = filesWith(product(sources), /\basLink\b/)
      return filesWith(product(sources), /\basSystem\b/).filter(
        (file) => file.startsWith("app/") || behindLinks.includes(file),
      )
    },
    known: { [DOORS]: "it is one of them" },
    seed: {
      files: {
        "app/[lio]/needs/actions.ts": "asSystem(lio, work)",
        "lib/needs/commands.ts": "asLink(link, work); asSystem(lio, work)",
        "lib/needs/jobs.ts": "asSystem(lio, work)",
      },
      found: ["app/[lio]/needs/actions.ts", "lib/needs/commands.ts"],
    },
  },
  {
    says: "every server action is one submit()",
    find: (sources) =>
      othersThan(
        MADE.action,
        new Map([...only(sources, /^app\//)].filter(([, text]) => /^\s*["']use server/.test(text))),
      ),
    seed: {
      files: {
        "app/[lio]/needs/actions.ts":
          '"use server"\nexport const close = submit("close", input, closeNeed, then)\nexport async function wipe(form: FormData) {}\nexport { other } from "./other"',
      },
      found: ["app/[lio]/needs/actions.ts: export async function wipe", "app/[lio]/needs/actions.ts: export"],
    },
  },
  {
    says: "no server action hides inside a page",
    find: (sources) => filesWith(product(sources), /[{;>]\s*["']use server/),
    seed: {
      files: { "app/[lio]/needs/page.tsx": 'async function wipe() {\n  "use server"\n}' },
      found: ["app/[lio]/needs/page.tsx"],
    },
  },
  {
    says: "every route handler is one route()",
    find: (sources) => othersThan(MADE.route, only(sources, /^app\/(?!_http\/).*\/route\.tsx?$/)),
    known: {
      "app/api/auth/[...nextauth]/route.ts: export const": "Auth.js answers, and checks its own token",
    },
    seed: {
      files: {
        "app/[lio]/x/route.ts":
          'export const dynamic = "force-dynamic"\nexport const GET = route({ work, answer })\nexport async function POST(request: Request) {}\nexport const PUT = async () => new Response()',
      },
      found: ["app/[lio]/x/route.ts: export async function POST", "app/[lio]/x/route.ts: export const PUT"],
    },
  },
  {
    says: "every page of an LIO goes through a door",
    find: (sources) => {
      const pages = only(sources, /^app\/\[lio\]\/.*page\.tsx$/)
      const through = filesWith(pages, /\b(visit|enter|asPublic|redirect|answerFrom|readPreferences)\w*[(<]/)
      return [...pages.keys()].filter((file) => !through.includes(file))
    },
    seed: {
      files: { "app/[lio]/x/page.tsx": "export default () => <p>Hello</p>" },
      found: ["app/[lio]/x/page.tsx"],
    },
  },
  {
    says: "an emailed link to a consultation opens the pages and forms of its answer, and nothing else",
    find: (sources) => filesWith(product(sources), /\b(visitByLink|submitByLink)\b|links: true/),
    known: [
      "app/[lio]/consultations/[id]/answer/actions.ts",
      "app/[lio]/consultations/[id]/answer/file/[fileId]/route.ts",
      "app/[lio]/consultations/[id]/answer/file/route.ts",
      ...OF_THE_ANSWER.map((name) => `app/[lio]/consultations/[id]/${name}page.tsx`),
      "app/_http/submit.ts",
      "app/_http/visit.ts",
    ],
    seed: {
      files: { "app/[lio]/needs/page.tsx": "visitByLink(props, work)" },
      found: ["app/[lio]/needs/page.tsx"],
    },
  },
  {
    says: "doors, queries and commands never reach a browser",
    find: (sources) =>
      [...only(sources, /^lib\/.*(doors|queries|commands)\.ts$/)]
        .filter(([, text]) => !text.startsWith('import "server-only"'))
        .map(([file]) => file),
    seed: { files: { "lib/needs/queries.ts": "export {}" }, found: ["lib/needs/queries.ts"] },
  },
]
