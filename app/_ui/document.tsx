import { Fragment, type ReactNode } from "react"
import type { Block, Document } from "@/lib/documents/model"
import { inOrder } from "@/lib/documents/ordered"
import { wordsOf } from "@/lib/documents/text"
import { notesHtml, writeWebPart } from "@/lib/documents/web/write"
import { say } from "@/lib/words"
import { Static } from "./static"

type Props = {
  document: Document
  /** What stands in place of a part of the document that a page shows in its own way, by its name. */
  parts?: Record<string, ReactNode>
}

const Html = ({ html }: { html: string }) => (
  <Static>
    <div
      className="document prose"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: only writeWebPart and notesHtml write this, and escape every word
      dangerouslySetInnerHTML={{ __html: html }}
    />
  </Static>
)

/** Where the page's own parts stand, and what is between them. */
function sections(blocks: Block[], own: Props["parts"] = {}): (Block[] | string)[] {
  const made: (Block[] | string)[] = []
  for (const block of blocks) {
    const last = made.at(-1)
    if (block.kind === "part" && own[block.name] !== undefined) made.push(block.name)
    else if (Array.isArray(last)) last.push(block)
    else made.push([block])
  }
  return made
}

type Drawn = { blocks: Block[]; shown: (string | { place: number; html: string })[]; notes: string }
/** Drawn once for as long as the document itself is kept. */
const drawn = new WeakMap<Document, Map<string, Drawn>>()

function draw(document: Document, parts: Props["parts"]): Drawn {
  const own = Object.keys(parts ?? {}).join()
  const earlier = drawn.get(document)?.get(own)
  if (earlier) return earlier
  const { blocks, notes } = inOrder(document)
  const seen = new Map<number, number>()
  const shown = sections(blocks, parts).map((section, place) =>
    typeof section === "string" ? section : { place, html: writeWebPart(section, seen) },
  )
  const now = { blocks, shown, notes: notes.length > 0 ? notesHtml(notes, seen) : "" }
  drawn.set(document, (drawn.get(document) ?? new Map()).set(own, now))
  return now
}

/** A document on a page, under the page's own title, with a list of its sections where it has one. */
export function DocumentView({ document, parts }: Props) {
  const { blocks, shown, notes } = draw(document, parts)
  return (
    <>
      {document.contents ? <Contents blocks={blocks} /> : null}
      {shown.map((section) =>
        typeof section === "string" ? (
          <Fragment key={section}>{parts?.[section]}</Fragment>
        ) : (
          <Html key={section.place} html={section.html} />
        ),
      )}
      {notes ? <Html html={notes} /> : null}
    </>
  )
}

function Contents({ blocks }: { blocks: Block[] }) {
  const headings = blocks.filter((block) => block.kind === "heading" && block.level === 1)
  return (
    <Static>
      <nav aria-labelledby="contents" className="no-print max-w-2xl">
        <h2 id="contents" className="text-lg">
          {say("Contents")}
        </h2>
        <ul>
          {headings.map((heading) =>
            heading.kind === "heading" ? (
              <li key={heading.id}>
                <a className="inline-flex min-h-11 items-center" href={`#${heading.id}`}>
                  {wordsOf(heading.inlines)}
                </a>
              </li>
            ) : null,
          )}
        </ul>
      </nav>
    </Static>
  )
}
