import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { DataTable } from "@/app/_ui/data-table"
import { Tag, type Tone } from "@/app/_ui/tag"
import { GUIDE_STAGES } from "@/db/vocabulary"
import { mayWriteGuides } from "@/lib/guides/policy"
import { nationsInWords, STANDINGS } from "@/lib/guides/words"
import { type Kept, listKeptGuides } from "@/lib/guides/writing/queries"
import { formatShortDate, say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"

const TONES: Record<Kept["standing"], Tone> = {
  new: "wait",
  published: "good",
  changed: "wait",
  retired: "plain",
}

const usefulInWords = ({ useful, notUseful }: Kept) =>
  useful + notUseful === 0 ? "" : say("{useful} of {all}", { useful, all: useful + notUseful })

/** Where a guide stands: published, hidden, waiting to be checked. */
function Standing({ guide }: { guide: Kept }) {
  if (guide.hidden) return <Tag tone="plain">{say("Hidden")}</Tag>
  return (
    <>
      <Tag tone={TONES[guide.standing]}>{STANDINGS[guide.standing]}</Tag>
      {guide.stage && guide.standing !== "retired" ? (
        <Tag tone="note">{GUIDE_STAGES[guide.stage]}</Tag>
      ) : null}
    </>
  )
}

/** The guides that staff have to do with: their own, and the installation's. */
export default async function ManageGuides(props: PageProps) {
  const [frame, { guides, writes, today }] = await visit(props, async (ctx) => ({
    guides: await listKeptGuides(ctx),
    writes: mayWriteGuides(ctx.actor),
    today: ctx.today,
  }))
  const lio = frame.lio.slug
  const at = `/${lio}/guides/manage`
  const own = guides.filter((guide) => guide.own)
  const given = guides.filter((guide) => !guide.own)
  const columns = [
    {
      key: "title",
      label: say("Guide"),
      main: true,
      cell: (guide: Kept) => <a href={`${at}/${guide.slug}`}>{guide.title}</a>,
    },
    { key: "standing", label: say("Status"), cell: (guide: Kept) => <Standing guide={guide} /> },
    { key: "nations", label: say("Applies to"), cell: ({ nations }: Kept) => nationsInWords(nations) },
    {
      key: "review",
      label: say("Check again by"),
      tight: true,
      cell: ({ reviewOn, standing }: Kept) =>
        reviewOn && standing !== "retired" ? (
          <>
            {formatShortDate(reviewOn)} {reviewOn <= today ? <Tag tone="problem">{say("Due")}</Tag> : null}
          </>
        ) : (
          ""
        ),
    },
    {
      key: "used",
      label: say("Used"),
      number: true,
      cell: ({ slug, used }: Kept) =>
        used > 0 ? <a href={`/${lio}/guides/manage/${slug}#used`}>{used}</a> : used,
    },
    { key: "useful", label: say("Found useful"), number: true, cell: usefulInWords },
  ]
  return (
    <Frame {...frame} title={say("Guides")} at="guides/manage">
      <div className="title-row">
        <h1>{say("Guides")}</h1>
        {writes ? <ButtonLink href={`${at}/new`}>{say("New guide")}</ButtonLink> : null}
      </div>
      <p className="max-w-3xl">
        {sayRich(
          "What your groups can read, print and keep: guides of your own, and those that come with Trellis. Here is <link>what everybody sees</link>.",
          { link: (text) => <a href={`/${lio}/guides`}>{text}</a> },
        )}
      </p>
      <h2>{say("Your own")}</h2>
      {own.length === 0 ? (
        <p className="max-w-3xl">
          {say(
            "None yet. Write one about something only you know, such as your room hire or a local fund, or put one of your own in place of one below.",
          )}
        </p>
      ) : (
        <DataTable
          caption={say("Your own guides")}
          captionHidden
          columns={columns}
          rows={own}
          rowKey={({ slug }) => slug}
          plain
        />
      )}
      <h2>{say("Those that come with Trellis")}</h2>
      <p className="max-w-3xl">
        {sayCount(given.filter(({ hidden }) => !hidden).length, {
          one: "{count} of them is on your pages. You can write your own in place of one; a manager can hide one.",
          other:
            "{count} of them are on your pages. You can write your own in place of one; a manager can hide one.",
        })}
      </p>
      <DataTable
        caption={say("Guides that come with Trellis")}
        captionHidden
        columns={columns}
        rows={given}
        rowKey={({ slug }) => slug}
        plain
      />
    </Frame>
  )
}
