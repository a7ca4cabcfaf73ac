import { parseSync } from "oxc-parser"
import { only, type Sources } from "../architecture/sources"

type Node = { type: string; start: number; end: number; [key: string]: unknown }

/** A text in the code: through the catalogue (`say` and its kin), or still bare. */
export type Text = { file: string; line: number; text: string; one?: string }
type Texts = { said: Text[]; bare: Text[]; broken: Text[] }

const SAYS = new Set(["say", "sayRich", "sayCount", "sayRichCount"])
/** What a property or an attribute of these names holds is read by people, however short it is. */
const READ =
  /^(label|title|text|hint|legend|caption|summary|submit|empty|missing|alt|placeholder|aria-label|heading|message|error|help|finding|about|why)$/
/** What an attribute of these names holds is not. */
const NOT_READ =
  /^(className|href|id|name|key|type|value|d|viewBox|rel|target|role|as|method|action|autoComplete|inputMode|accept|lang|content|scope|kind|tone|src|form|path|at|style|htmlFor|colorScheme|data-.*|aria-(?!label$|description$).*)$/
/** What is given to these is for programs and for whoever looks after them. */
const FOR_PROGRAMS =
  /^(Error|TypeError|log|info|warn|error|fatal|level|fetch|RegExp|test|match|replace|replaceAll|split|join|startsWith|endsWith|includes|indexOf|querySelector(All)?|closest|addEventListener|getAttribute|setAttribute|execute|raw|plain|readingAll|get|set|has|header|createHash|redirect|Resend|events|findable|idOf|Response|Headers)$/

/** Classes, addresses and measures are for programs. */
export const CODE =
  /^[a-z0-9:-]+-[a-z0-9{]\S*( \S+-\S+)*$|\b[a-z]+-\d|[a-z]+ [a-z]+-(wrong|one|\{)|[?&]\w+=|\d?\}?px$/
const AS_IT_IS = /^TS(AsExpression|SatisfiesExpression|NonNullExpression)$/

/** The product’s own name is the same in every language. */
const isWord = (text: string) => text !== "Trellis" && /[A-Za-z]{2}/.test(text)
const isSentence = (text: string) =>
  /^[A-Z]{2,5} [a-z]{3,}/.test(text) ||
  (/^“?[A-Z][a-z’]+(’|”|…|[,.:?;!]?( |$))/.test(text) && !/^[A-Z][a-z]+-[A-Z]| = |\?\w+=/.test(text)) ||
  (/^[A-Za-z“][a-z’]*,? [a-z“(]+/.test(text) &&
    !/[<>=;_{}]|--|::|^(select|with|insert|update|delete)\b/.test(text))
const isSlug = (text: string) => /^[a-z0-9_./:*#?&=-]+$/.test(text)

const flat = (text: string) => text.replace(/\s+/g, " ").trim()

function literalOf(node: Node | undefined): string | null {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value
  if (node?.type !== "TemplateLiteral") return null
  const quasis = node.quasis as { value: { cooked: string } }[]
  return quasis.length === 1 ? (quasis[0]?.value.cooked ?? "") : null
}

const nameOf = (node: Node | undefined): string =>
  String(node?.name ?? (node?.property as Node | undefined)?.name ?? node?.value ?? "")

/** How a string stands in the code: read for sure, read when it looks like it, or never read. */
type Place = "read" | "perhaps" | "never"

/** All texts of one file. */
export function textsOf(file: string, source: string): Texts {
  const found: Texts = { said: [], bare: [], broken: [] }
  const note = (kind: keyof Texts, node: Node, text: string, one?: string) =>
    found[kind].push({
      file,
      line: source.slice(0, node.start).split("\n").length,
      text,
      ...(one === undefined ? {} : { one }),
    })

  function say(call: Node, callee: string) {
    const [first, second] = call.arguments as Node[]
    const isCount = callee.endsWith("Count")
    if (!isCount) {
      const text = literalOf(first)
      if (text === null) return note("broken", call, source.slice(call.start, call.end))
      return note("said", call, text)
    }
    const forms = Object.fromEntries(
      ((second?.properties ?? []) as Node[]).map((form) => [
        nameOf(form.key as Node),
        literalOf(form.value as Node),
      ]),
    )
    if (typeof forms.one !== "string" || typeof forms.other !== "string")
      return note("broken", call, source.slice(call.start, call.end))
    note("said", call, forms.other, forms.one)
  }

  function string(node: Node, text: string, place: Place) {
    if (place === "never" || !isWord(text) || CODE.test(text)) return
    const words = flat(text)
    const said = words.includes(" ") ? words.replaceAll("{}", "Xx") : words
    if (place === "read" ? isSlug(words) : !isSentence(said)) return
    note("bare", node, words)
  }

  function each(value: unknown, place: Place) {
    if (Array.isArray(value)) for (const one of value) each(one, place)
    else if (value && typeof value === "object" && "type" in value) walk(value as Node, place)
  }

  function inside(node: Node, place: Place) {
    for (const value of Object.values(node)) each(value, place)
  }

  function template(node: Node, place: Place) {
    const quasis = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
    const isAddress = /^[/#?.]|:\/\/|^mailto/.test(quasis[0] ?? "")
    if (!isAddress && isWord(quasis.join(""))) string(node, quasis.join("{}"), place)
    each(node.expressions, place === "never" ? "never" : "perhaps")
  }

  function call(node: Node, place: Place) {
    const name = nameOf(node.callee as Node)
    const given = node.arguments as Node[]
    if (SAYS.has(name)) {
      say(node, name)
      each(given.slice(name.endsWith("Count") ? 2 : 1), "perhaps")
    } else {
      each(node.callee, place === "never" ? "never" : "perhaps")
      each(given, FOR_PROGRAMS.test(name) ? "never" : "perhaps")
    }
  }

  /** What stands under a name: a list or a function under one that is not read may hold words all the same. */
  function under(name: string, given: Node | null) {
    const value = given?.type === "JSXExpressionContainer" ? (given.expression as Node) : given
    const holds = value && /^(Array|Object|ArrowFunction|JSX)/.test(value.type)
    each(value, READ.test(name) ? "read" : NOT_READ.test(name) && !holds ? "never" : "perhaps")
  }

  function walk(node: Node, place: Place) {
    switch (node.type) {
      case "Literal":
        if (typeof node.value === "string") string(node, node.value, place)
        break
      case "TemplateLiteral":
        template(node, place)
        break
      case "TaggedTemplateExpression":
        each((node.quasi as Node).expressions, "never")
        break
      case "JSXText":
        if (isWord(flat(String(node.value)))) note("bare", node, flat(String(node.value)))
        break
      case "JSXElement":
        inside(node, "perhaps")
        break
      case "JSXAttribute":
        under(nameOf(node.name as Node), node.value as Node | null)
        break
      case "Property":
      case "PropertyDefinition":
        under(nameOf(node.key as Node), node.value as Node | null)
        break
      case "CallExpression":
      case "NewExpression":
        call(node, place)
        break
      case "MemberExpression":
        each(node.object, place)
        if (node.computed) each(node.property, "never")
        break
      case "BinaryExpression":
        inside(node, /==|in$/.test(String(node.operator)) ? "never" : place)
        break
      case "SwitchCase":
        each(node.test, "never")
        each(node.consequent, place)
        break
      case "ConditionalExpression":
        each(node.test, "never")
        each([node.consequent, node.alternate], place)
        break
      case "ExpressionStatement":
        if (!node.directive) inside(node, place)
        break
      case "ImportDeclaration":
      case "ExportAllDeclaration":
        break
      case "ExportNamedDeclaration":
        each(node.declaration, place)
        break
      default:
        if (!node.type.startsWith("TS") || AS_IT_IS.test(node.type)) inside(node, place)
    }
  }

  each(parseSync(file, source).program.body, "perhaps")
  return found
}

const PRODUCT = /^(app|lib|emails)\/|^db\/vocabulary(\.ts$|\/)/
/** The kit's show page is for whoever writes Trellis; lib/words is the place itself. */
const LEFT_OUT = /^(app\/kit|lib\/words\/(?!dates|lists|numbers))/

/** All texts of the product. */
export function readTexts(sources: Sources): Texts {
  const all: Texts = { said: [], bare: [], broken: [] }
  for (const [file, source] of only(sources, PRODUCT)) {
    if (LEFT_OUT.test(file)) continue
    const { said, bare, broken } = textsOf(file, source)
    all.said.push(...said)
    all.bare.push(...bare)
    all.broken.push(...broken)
  }
  return all
}
