import type { Found } from "@/app/_ui/found"
import type { Block, Document } from "@/lib/documents/model"
import { linesOf, wordsOf } from "@/lib/documents/text"
import type { Guide } from "@/lib/guides/reading/queries"
import { nationsInWords } from "@/lib/guides/words"

const QUESTIONS = 3
const said = (blocks: Block[]) => linesOf(blocks).join(" ")

/** What stands under each heading. */
function sections(blocks: Block[]): { heading: string; blocks: Block[] }[] {
  const made: { heading: string; blocks: Block[] }[] = []
  for (const block of blocks)
    if (block.kind === "heading") made.push({ heading: wordsOf(block.inlines), blocks: [] })
    else made.at(-1)?.blocks.push(block)
  return made
}

/** What kind of reading it is: how something is done, answers to questions, or an article. */
function kindOf(document: Document) {
  const steps = document.blocks.find((block) => block.kind === "steps")
  if (steps?.kind === "steps")
    return {
      "@type": "HowTo",
      step: steps.items.map((item, at) => ({ "@type": "HowToStep", position: at + 1, text: said(item) })),
    }
  const questions = sections(document.blocks).filter(
    ({ heading, blocks }) => heading.endsWith("?") && blocks.length > 0,
  )
  if (questions.length >= QUESTIONS)
    return {
      "@type": "FAQPage",
      mainEntity: questions.map(({ heading, blocks }) => ({
        "@type": "Question",
        name: heading,
        acceptedAnswer: { "@type": "Answer", text: said(blocks) },
      })),
    }
  return { "@type": "Article" }
}

/** How a guide may be found: its newest version, at the address of the guide. */
export const foundGuide = (guide: Guide, document: Document, path: string): Found => ({
  about: guide.summary,
  path,
  data: {
    ...kindOf(document),
    name: guide.title,
    headline: guide.title,
    description: guide.summary,
    inLanguage: document.language,
    datePublished: guide.publishedAt.toISOString(),
    ...(guide.checkedOn ? { dateModified: guide.checkedOn } : {}),
    spatialCoverage: nationsInWords(guide.nations),
    publisher: { "@type": "Organization", name: document.letterhead.name },
  },
})
