import { createHash } from "node:crypto"
import { readdirSync, readFileSync, statSync } from "node:fs"
import path from "node:path"
import type { Sql } from "postgres"
import { readGuideFile } from "./read"

/**
 * Publishes guides for the whole installation from a file, or from a folder of them: done by the operator, on the owner's
 * connection. One that says what its newest version says already is left alone; otherwise it gets a version more, and those
 * before stay as they are. RuleBroken when one of them can't be read: then none is published.
 */
export async function publishLibrary(
  operator: Sql,
  from: string,
): Promise<{ guides: number; published: string[] }> {
  const files = statSync(from).isDirectory()
    ? readdirSync(from)
        .filter((name) => name.endsWith(".md") && name !== "README.md")
        .sort()
        .map((name) => path.join(from, name))
    : [from]
  const guides = files.map((file) => {
    const text = readFileSync(file, "utf8")
    const digest = createHash("sha256").update(text).digest("hex")
    return { ...readGuideFile(path.basename(file), text), digest }
  })
  const rows = guides.map(({ checkedOn, reviewOn, ...guide }) => ({
    ...guide,
    checked_on: checkedOn,
    review_on: reviewOn,
  }))
  const published = await operator<{ slug: string }[]>`
    insert into shared_guides (slug, version, position, title, summary, nations, body, related, checked_on, review_on, published_at, digest)
    select g.slug, coalesce(last.version, 0) + 1, g.position, g.title, g.summary, g.nations, g.body, g.related, g.checked_on, g.review_on, now(), g.digest
    from jsonb_to_recordset(${operator.json(rows)}) as g(slug text, position int, title text, summary text, nations text[], body text, related text[], checked_on date, review_on date, digest text)
      left join lateral (select version, digest from shared_guides s where s.slug = g.slug order by version desc limit 1) last on true
    where last.digest is distinct from g.digest
    returning slug`
  return { guides: guides.length, published: published.map(({ slug }) => slug) }
}
