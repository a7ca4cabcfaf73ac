import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { Tag } from "@/app/_ui/tag"
import { listUses } from "@/lib/giving/queries"
import { nationsInWords, STANDINGS } from "@/lib/guides/words"
import { getStaffGuide } from "@/lib/guides/writing/overview/queries"
import { pageIn } from "@/lib/input"
import { formatDate, say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { DraftSteps } from "../_parts/draft-steps"
import { GuideUse } from "../_parts/guide-use"
import { LookedAfter } from "../_parts/looked-after"
import { hideGuideForm, replaceGuideForm, restoreGuideForm, retireGuideForm, showGuideForm } from "../actions"

/** A guide for staff: where it stands, what is to be done with it, what readers said, who was given it. */
export default async function GuideForStaff(props: PageProps) {
  const [frame, { guide, uses }] = await visit(props, async (ctx, query, { slug = "" }) => {
    const guide = await getStaffGuide(ctx, slug)
    return { guide, uses: await listUses(ctx, { slug }, pageIn(query.page)) }
  })
  const lio = frame.lio.slug
  const { slug, title, own, standing, hidden, version, may } = guide
  const at = `/${lio}/guides/manage`
  const here = `${at}/${slug}`
  const its = <input type="hidden" name="slug" value={slug} />
  const shown = version !== null && standing !== "retired" && !hidden
  return (
    <Frame {...frame} title={title} at="guides/manage">
      <BackLink href={at}>{say("Guides")}</BackLink>
      <div className="title-row">
        <h1>{title}</h1>
        <div className="flex flex-wrap gap-3">
          {may.write && own && standing !== "retired" ? (
            <ButtonLink href={`${here}/edit`}>{say("Edit")}</ButtonLink>
          ) : null}
          {may.write && shown ? (
            <ButtonLink href={`${here}/send`} kind="secondary">
              {say("Send to a group")}
            </ButtonLink>
          ) : null}
        </div>
      </div>
      <p>
        <Tag tone={hidden ? "plain" : standing === "published" ? "good" : "wait"}>
          {hidden ? say("Hidden") : STANDINGS[standing]}
        </Tag>{" "}
        {own
          ? guide.replaces
            ? say("Your own, in place of the one that comes with Trellis.")
            : say("Your own.")
          : say("It comes with Trellis.")}
      </p>
      <SummaryList
        items={[
          { label: say("What it is for"), value: guide.summary },
          { label: say("Applies to"), value: nationsInWords(guide.nations) },
          ...(version === null
            ? []
            : [
                {
                  label: say("Published"),
                  value: (
                    <>
                      {say("Version {version}", { version })}
                      {guide.publishedAt ? `, ${formatDate(guide.publishedAt)}` : null}
                      {shown ? (
                        <>
                          {" · "}
                          <a href={`/${lio}/guides/${slug}`}>{say("Read it")}</a>
                          {" · "}
                          <a href={`/${lio}/guides/${slug}.pdf`}>{say("PDF")}</a>
                          {" · "}
                          <a href={`/${lio}/guides/${slug}.docx`}>{say("Word")}</a>
                          {" · "}
                          <a href={`/${lio}/guides/${slug}/versions`}>{say("All versions")}</a>
                        </>
                      ) : null}
                    </>
                  ),
                },
              ]),
          { label: say("Last checked"), value: guide.checkedOn ? formatDate(guide.checkedOn) : null },
          { label: say("Check again by"), value: guide.reviewOn ? formatDate(guide.reviewOn) : null },
          { label: say("Looked after by"), value: guide.ownerName },
        ].filter(({ value }) => value)}
      />
      {own && guide.draft ? <DraftSteps lio={lio} guide={guide} draft={guide.draft} /> : null}
      {own && guide.versions > 1 ? (
        <p>
          <a href={`${here}/compare`}>{say("See what changed between versions")}</a>
        </p>
      ) : null}
      {own && may.write && standing !== "retired" ? <LookedAfter lio={lio} guide={guide} /> : null}
      <GuideUse lio={lio} guide={guide} uses={uses} />
      {!own && may.write ? (
        <section>
          <h2>{say("What your pages show")}</h2>
          <div className="flex flex-wrap gap-3">
            <Form
              action={replaceGuideForm}
              lio={lio}
              id="replace"
              kind="secondary"
              submit={say("Write your own in its place")}
            >
              {its}
            </Form>
            {may.show ? (
              <Form
                action={hidden ? showGuideForm : hideGuideForm}
                lio={lio}
                id="show"
                kind="secondary"
                submit={hidden ? say("Show it again") : say("Hide it from your pages")}
              >
                {its}
              </Form>
            ) : null}
          </div>
        </section>
      ) : null}
      {own && may.show && version !== null ? (
        standing === "retired" ? (
          <Form action={restoreGuideForm} lio={lio} id="restore" kind="secondary" submit={say("Restore it")}>
            {its}
          </Form>
        ) : (
          <Form
            fold={say("Retire it")}
            action={retireGuideForm}
            lio={lio}
            id="retire"
            kind="danger"
            submit={say("Retire it")}
          >
            <p>
              {guide.replaces
                ? say(
                    "It will be taken off your pages, and the one that comes with Trellis will be shown again. You can restore it.",
                  )
                : say("It will be taken off your pages. You can restore it.")}
            </p>

            {its}
          </Form>
        )
      ) : null}
    </Frame>
  )
}
