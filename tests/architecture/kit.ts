import { only, type Rule, type Sources } from "./sources"

/** Pieces that the kit page doesn't show by themselves, each for a reason. */
const SEEN_ELSEWHERE: Record<string, string> = {
  "announced: Announced": "takes the focus as the page opens; a Banner shows what it looks like",
  "chart-bars: Bars": "a part of BarChart",
  "chart-bars: StackedBar": "a part of BarChart",
  "chart-bars: Swatch": "a part of BarChart",
  "drawn: Drawn": "puts what Static has drawn",
  "field-parts: DateBoxes": "a part of DateFields",
  "field-parts: ListedOptions": "a part of Select",
  "field-parts: ManyFields": "what is round Radios and Checkboxes",
  "field-parts: OneField": "what is round TextField and the others",
  "field-parts: OneTick": "a part of Tick",
  "fields: HiddenField": "there is nothing to see",
  "figure: Figure": "what is round each chart",
  "filter-fields: FilterFields": "a part of Filters",
  "fold-side: FoldSide": "a part of SideFrame",
  "form-body: FormBody": "a part of Form",
  "form-client: FormClient": "a part of Form",
  "frame-parts: HomeLink": "a part of the frame, in which the kit stands",
  "frame-parts: OwnColour": "a part of the frame",
  "frame-parts: PageBody": "a part of the frame, in which the kit stands",
  "no-page: NoPage": "a page of its own, opened at an address that there is not",
  "frame-parts: SkipLink": "a part of the frame, in which the kit stands",
  "long-form-client: LongFormClient": "LongFormLater fetches it",
  "markdown: SafeHtml": "what is round Markdown and the answers of others",
  "page-frame: PageFrame": "the kit stands in it",
  "page-title: PageTitle": "a part of the frame",
  "search-icon: SearchIcon": "a part of SearchBox",
  "side-frame: SideFrame": "what is round every page of staff: a page has one frame",
  "some-of: SomeOf": "a field of Filters",
  "title-provider: TitleProvider": "there is nothing to see",
  "trouble: Trouble": "a page of its own, with a title of its own",
  "work-table: WorkTable": "what scripts add to a dense DataTable",
  "row-keys: RowKeys": "listens for keys in the list of tasks, and draws nothing",
}

function piecesNotShown(sources: Sources): string[] {
  const kit = [...only(sources, /^app\/kit\//).values()].join("\n")
  return [...only(sources, /^app\/_ui\/.*\.tsx$/)].flatMap(([file, text]) =>
    [...text.matchAll(/^export (?:async function|function|const) ([A-Z]\w*)\b/gm)]
      .map(([, name]) => name as string)
      .filter((name) => !new RegExp(`<${name}\\b`).test(kit))
      .map((name) => `${file.slice("app/_ui/".length, -".tsx".length)}: ${name}`),
  )
}

const FOLDED = /<(details|Disclosure|ActionMenu)\b(?:(?!<\/\1>)[\s\S])*/g

/** Forms in something that is folded away: without scripts it is closed again after a refusal, and nobody sees why. */
const formsFoldedAway = (sources: Sources) =>
  [...only(sources, /^app\/(?!kit\/).*\.tsx$/)]
    .filter(([, text]) => [...text.matchAll(FOLDED)].some(([folded]) => /<\w*Form\b/.test(folded)))
    .map(([file]) => file)

/** What the kit page shows. */
export const kitRules: Rule[] = [
  {
    says: "a form that is folded away folds itself, so that it is open when it was refused",
    find: formsFoldedAway,
    known: {
      "app/[lio]/_parts/views.tsx":
        "several under one word; what was refused is brought into sight by style alone",
      "app/[lio]/groups/[id]/_parts/role-card.tsx": "the same",
      "app/[lio]/home/_parts/checklist.tsx": "a button, without a field",
      "app/[lio]/_parts/person-menu.tsx": "one button each, and nothing to be refused",
      "app/[lio]/consultations/[id]/reach/page.tsx": "two buttons under one text, without a field",
      "app/[lio]/needs/new/page.tsx": "a button for each need, without a field",
    },
    seed: {
      files: {
        "app/a.tsx": "<details><summary /><Form action={a} /></details>",
        "app/b.tsx": "<details><summary /></details><Form fold='x' />",
      },
      found: ["app/a.tsx"],
    },
  },
  {
    says: "every piece of the kit is shown on the kit page, or is seen elsewhere for a reason",
    find: piecesNotShown,
    known: SEEN_ELSEWHERE,
    seed: {
      files: {
        "app/_ui/bell.tsx": "export function Bell() {}\nexport const ring = () => {}",
        "app/_ui/card.tsx": "export const Card = () => null",
        "app/kit/page.tsx": "<Card />",
      },
      found: ["bell: Bell"],
    },
  },
]
