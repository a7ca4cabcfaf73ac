import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { formatDate, When } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Markdown } from "@/app/_ui/markdown"
import { SummaryList } from "@/app/_ui/summary-list"
import type { Ctx } from "@/lib/access/ctx"
import { listFiles } from "@/lib/files/queries"
import { mayRepresent } from "@/lib/representations/policy"
import { readAsked } from "@/lib/representations/publishing/queries"
import { getRepresentation } from "@/lib/representations/queries"
import { inWords, plural } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { FilesOf, toldIn } from "../../files/_parts/files-of"
import { AskCard } from "../_parts/ask-card"
import { askedInWords, StageTag } from "../_parts/words"
import { acknowledgeForm } from "../actions"

async function read(ctx: Ctx, id: string) {
  const whole = await getRepresentation(ctx, id)
  return { whole, asked: await readAsked(ctx, whole.consultationId) }
}

/** One representation as staff work on it: its asks with their evidence, what was published and sent, what came back. */
export default async function RepresentationPage(props: PageProps) {
  const [frame, { whole, asked, files, told, writes, today, now }] = await visit(
    props,
    async (ctx, query, { id = "" }) => ({
      ...(await read(ctx, id)),
      files: await listFiles(ctx, "representation", id),
      told: toldIn(query),
      today: ctx.today,
      writes: mayRepresent(ctx.actor),
      now: ctx.now,
    }),
  )
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  const open = writes && !whole.closedAt
  const unanswered = whole.asks.filter((ask) => !ask.reply).length
  return (
    <Frame {...frame} title={whole.title} at="representations">
      <BackLink href={`/${lio}/representations`}>Representations</BackLink>
      <h1>{whole.title}</h1>
      <p>
        <StageTag stage={whole.stage} />
      </p>
      {open ? (
        <div className="mb-6 flex flex-wrap gap-3">
          {whole.sentOn ? null : <ButtonLink href={`${at}/asks/new`}>Add an ask</ButtonLink>}
          {whole.asks.length > 0 ? (
            <ButtonLink href={`${at}/publish`} kind="secondary">
              {whole.frozen.length ? "Publish a new version" : "Publish a version"}
            </ButtonLink>
          ) : null}
          {whole.frozen.length > 0 && !whole.sentOn ? (
            <ButtonLink href={`${at}/sent`} kind="secondary">
              Mark as sent
            </ButtonLink>
          ) : null}
          {whole.sentOn && !whole.acknowledgedOn ? (
            <Form
              action={acknowledgeForm}
              lio={lio}
              submit="They say they have it"
              kind="secondary"
              id="acknowledge"
            >
              <input type="hidden" name="id" value={whole.id} />
            </Form>
          ) : null}
          {whole.sentOn && unanswered === 0 ? (
            <ButtonLink href={`${at}/close`}>Close it and tell the groups</ButtonLink>
          ) : null}
          <ButtonLink href={`${at}/edit`} kind="secondary">
            Change
          </ButtonLink>
        </div>
      ) : null}
      {whole.closedAt && whole.outcome ? (
        <div className="card mb-6 max-w-3xl bg-leaf-wash">
          <h2 className="mt-0">What came of it</h2>
          <p>{whole.outcome}</p>
          <p>
            {plural(whole.told, "group")} told.
            {whole.unreached.length > 0 ? ` Nobody could be emailed at ${inWords(whole.unreached)}.` : ""}
          </p>
          {writes ? (
            <p className="mb-0">
              <a href={`${at}/reopen`}>Has something changed? Reopen it</a>
            </p>
          ) : null}
        </div>
      ) : null}
      <SummaryList
        items={[
          { label: "To", value: <a href={`/${lio}/groups/${whole.bodyId}`}>{whole.body}</a> },
          { label: "Addressed to", value: whole.addressee ?? undefined },
          {
            label: "Rests on",
            value: whole.consultationId ? (
              <>
                <a href={`/${lio}/consultations/${whole.consultationId}`}>{whole.consultation}</a>
                {asked ? `, ${askedInWords(asked)}` : ""}
              </>
            ) : (
              "No consultation"
            ),
          },
          {
            label: "Published",
            value: whole.frozen.length ? (
              <ul className="list-none p-0">
                {whole.frozen.map((one) => (
                  <li key={one.version}>
                    <a href={`${at}/${one.version}`}>Version {one.version}</a>,{" "}
                    <When at={one.publishedAt} now={now} />
                    {whole.sentVersion === one.version ? ", sent" : ""}
                    {one.withdrawnAt ? `, withdrawn: ${one.withdrawnReason}` : ""}
                  </li>
                ))}
              </ul>
            ) : undefined,
          },
          {
            label: "Sent",
            value: whole.sentOn
              ? `${formatDate(whole.sentOn)}${whole.sentVersion ? `, version ${whole.sentVersion}` : ""}`
              : undefined,
          },
          { label: "Reply due", value: whole.replyDueOn ? formatDate(whole.replyDueOn) : undefined },
          {
            label: "They said they have it",
            value: whole.acknowledgedOn ? formatDate(whole.acknowledgedOn) : undefined,
          },
          { label: "Answered", value: whole.repliedOn ? formatDate(whole.repliedOn) : undefined },
        ]}
        missing="Not yet"
      />
      {whole.introduction ? (
        <>
          <h2>Introduction</h2>
          <Markdown text={whole.introduction} />
        </>
      ) : null}
      {writes && whole.frozen.some(({ withdrawnAt }) => !withdrawnAt) ? (
        <p>
          <a href={`${at}/withdraw`}>Withdraw a published version</a>
        </p>
      ) : null}
      {whole.sentVersion ? (
        <p className="max-w-2xl">
          What stands here is the next version: version {whole.sentVersion}, which was sent, stays as it was.
        </p>
      ) : null}
      <h2>What is asked</h2>
      {whole.asks.length === 0 ? (
        <EmptyState
          title="Nothing is asked yet"
          action={open ? <ButtonLink href={`${at}/asks/new`}>Add an ask</ButtonLink> : undefined}
        >
          <p>
            Say in one sentence what the body should do. Then pin the words of groups that stand behind it.
          </p>
        </EmptyState>
      ) : (
        <ol className="list-none p-0">
          {whole.asks.map((ask) => (
            <AskCard
              key={ask.id}
              lio={lio}
              ask={ask}
              href={open ? `${at}/asks/${ask.id}` : undefined}
              later={writes && whole.sentOn ? `${at}/asks/${ask.id}/outcome` : undefined}
              sent={Boolean(whole.sentOn)}
            />
          ))}
        </ol>
      )}
      <FilesOf lio={lio} on={{ kind: "representation", id: whole.id }} {...files} {...{ told, today, now }} />
    </Frame>
  )
}
