import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { formatDate, When } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { Markdown } from "@/app/_ui/markdown"
import { SummaryList } from "@/app/_ui/summary-list"
import { listFiles } from "@/lib/files/queries"
import { listChasers } from "@/lib/representations/chasing/queries"
import { listPartners } from "@/lib/representations/joint/queries"
import { listProposed, listReplyLinks } from "@/lib/representations/officer/queries"
import type { Asked } from "@/lib/representations/paper"
import { listPins } from "@/lib/representations/pins/queries"
import { readAsked } from "@/lib/representations/publishing/queries"
import type { Representation } from "@/lib/representations/queries"
import { listSendings } from "@/lib/representations/sending/queries"
import { getStanding } from "@/lib/representations/standing/queries"
import { nextThing } from "@/lib/representations/standing/words"
import { inWords, say, sayCount } from "@/lib/words"
import { FilesOf, toldIn } from "../../files/_parts/files-of"
import { AskCard } from "../_parts/ask-card"
import { AskRows } from "../_parts/ask-rows"
import { EvidenceBeside } from "../_parts/evidence"
import { Partners } from "../_parts/joint"
import { ProposedReplies } from "../_parts/proposed"
import { RepresentationFrame } from "../_parts/representation-frame"
import { SentTo } from "../_parts/sent-to"
import { askedInWords } from "../_parts/words"
import { acknowledgeForm } from "../actions"

/** One representation as staff work on it: its asks as rows with their evidence beside, what was published and sent, what came back. */
export default async function RepresentationPage(props: PageProps) {
  const [frame, { of, asked, files, chasers, sendings, links, proposed, joint, pins, told, wanted, now }] =
    await visit(props, async (ctx, query, { id = "" }) => {
      const of = await getStanding(ctx, id)
      const [asked, files, chasers, sendings, links, proposed, joint, pins] = await Promise.all([
        readAsked(ctx, of.whole.consultationId),
        listFiles(ctx, "representation", id),
        listChasers(ctx, id),
        listSendings(ctx, id),
        listReplyLinks(ctx, id),
        listProposed(ctx, id),
        listPartners(ctx, id),
        listPins(ctx, id),
      ])
      const found = { asked, files, chasers, sendings, links, proposed, joint, pins }
      return { of, ...found, told: toldIn(query), wanted: query.ask, now: ctx.now }
    })
  const { whole, writes, today } = of
  const lio = frame.lio.slug
  const origin = process.env.APP_URL ?? ""
  const sent = Boolean(whole.sentOn)
  const works = writes && !whole.closedAt
  const first = sent ? null : whole.asks.find(({ evidence, pins }) => evidence.length + pins === 0)
  const chosen =
    whole.asks.find(({ id }) => id === wanted) ?? first ?? (sent ? null : (whole.asks[0] ?? null))
  return (
    <RepresentationFrame frame={frame} of={of} page="" ask={chosen?.id}>
      <ProposedReplies lio={lio} proposed={proposed} works={works} files={files.files} />
      <WhatCame lio={lio} whole={whole} writes={writes} />
      {works ? (
        <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div>
            <AskRows
              {...{ lio, whole, chosen, today }}
              files={files.files}
              first={nextThing(of)?.step === "ask"}
            />
          </div>
          <EvidenceBeside
            lio={lio}
            ask={chosen}
            passages={of.passages}
            consultationId={whole.consultationId}
            sent={sent}
            pins={pins.filter(({ askId }) => askId !== null && askId === chosen?.id)}
            pinsAt={`/${lio}/representations/${whole.id}/pin`}
          />
        </div>
      ) : (
        <Asks {...{ lio, whole, writes, today }} />
      )}
      <h2>{say("About this representation")}</h2>
      {works && sent && !whole.acknowledgedOn && !whole.repliedOn ? (
        <Form
          action={acknowledgeForm}
          lio={lio}
          submit={say("They say they have it")}
          kind="secondary"
          id="acknowledge"
        >
          <input type="hidden" name="id" value={whole.id} />
        </Form>
      ) : null}
      {sent ? <SentTo {...{ lio, whole, sendings, links, chasers, origin }} works={writes} /> : null}
      <Partners lio={lio} id={whole.id} of={joint} works={works} />
      <Facts lio={lio} whole={whole} asked={asked} now={now} />
      {works && whole.frozen.length > 0 ? <Versions lio={lio} whole={whole} /> : null}
      {whole.introduction ? (
        <>
          <h3>{say("Introduction")}</h3>
          <Markdown text={whole.introduction} />
        </>
      ) : null}
      <FilesOf lio={lio} on={{ kind: "representation", id: whole.id }} {...files} {...{ told, today, now }} />
    </RepresentationFrame>
  )
}

type Props = { lio: string; whole: Representation }

function WhatCame({ lio, whole, writes }: Props & { writes: boolean }) {
  if (!whole.closedAt || !whole.outcome) return null
  return (
    <div className="card mb-6 max-w-3xl bg-leaf-wash">
      <h2 className="mt-0">{say("What came of it")}</h2>
      <p>{whole.outcome}</p>
      <p>
        {sayCount(whole.told, { one: "{count} group told.", other: "{count} groups told." })}
        {whole.unreached.length > 0
          ? ` ${say("Nobody could be emailed at {unreached}.", { unreached: inWords(whole.unreached) })}`
          : ""}
      </p>
      {writes ? (
        <p className="mb-0">
          <a href={`/${lio}/representations/${whole.id}/reopen`}>{say("Has something changed? Reopen it")}</a>
        </p>
      ) : null}
    </div>
  )
}

/** The asks for those who only read, or once it is closed. */
function Asks({ lio, whole, writes, today }: Props & { writes: boolean; today: string }) {
  return (
    <>
      <h2 className="mt-0">{say("What we’re asking for")}</h2>
      {whole.asks.length === 0 ? <EmptyState drawing="letters" title={say("Nothing is asked yet")} /> : null}
      <ol className="list-none p-0">
        {whole.asks.map((ask) => (
          <AskCard
            key={ask.id}
            lio={lio}
            ask={ask}
            later={
              writes && whole.sentOn
                ? `/${lio}/representations/${whole.id}/asks/${ask.id}/outcome`
                : undefined
            }
            sent={Boolean(whole.sentOn)}
            today={today}
          />
        ))}
      </ol>
    </>
  )
}

function Versions({ lio, whole }: Props) {
  const at = `/${lio}/representations/${whole.id}`
  return (
    <>
      {whole.sentVersion ? (
        <p className="max-w-2xl">
          {say(
            "What you see here is the next version: version {sentVersion}, which was sent, stays as it was.",
            { sentVersion: whole.sentVersion },
          )}
        </p>
      ) : (
        <p className="max-w-2xl">
          {say("Version {version} stays as it was published. What you change here goes into the next one.", {
            version: whole.frozen[0]?.version ?? 1,
          })}
        </p>
      )}
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={`${at}/publish`} kind="secondary">
          {say("Publish a new version")}
        </ButtonLink>
        {whole.frozen.some(({ withdrawnAt }) => !withdrawnAt) ? (
          <ButtonLink href={`${at}/withdraw`} kind="secondary">
            {say("Withdraw a published version")}
          </ButtonLink>
        ) : null}
      </p>
    </>
  )
}

function Facts({ lio, whole, asked, now }: Props & { asked: Asked | null; now: Date }) {
  const at = `/${lio}/representations/${whole.id}`
  return (
    <SummaryList
      items={[
        { label: say("To"), value: <a href={`/${lio}/groups/${whole.bodyId}`}>{whole.body}</a> },
        { label: say("Addressed to"), value: whole.addressee ?? undefined },
        {
          label: say("Rests on"),
          value: whole.consultationId ? (
            <>
              <a href={`/${lio}/consultations/${whole.consultationId}`}>{whole.consultation}</a>
              {asked ? `, ${askedInWords(asked)}` : ""}
            </>
          ) : (
            say("No consultation")
          ),
        },
        {
          label: say("Published"),
          value: whole.frozen.length ? (
            <ul className="list-none p-0">
              {whole.frozen.map((one) => (
                <li key={one.version}>
                  <a href={`${at}/${one.version}`}>{say("Version {version}", { version: one.version })}</a>,{" "}
                  <When at={one.publishedAt} now={now} />
                  {whole.sentVersion === one.version ? ", sent" : ""}
                  {one.withdrawnAt ? `, withdrawn: ${one.withdrawnReason}` : ""}
                </li>
              ))}
            </ul>
          ) : undefined,
        },
        {
          label: say("Sent"),
          value: whole.sentOn
            ? whole.sentVersion
              ? say("{day}, version {version}", { day: formatDate(whole.sentOn), version: whole.sentVersion })
              : formatDate(whole.sentOn)
            : undefined,
        },
        { label: say("Reply due"), value: whole.replyDueOn ? formatDate(whole.replyDueOn) : undefined },
        {
          label: say("Acknowledged"),
          value: whole.acknowledgedOn
            ? formatDate(whole.acknowledgedOn)
            : whole.repliedOn
              ? say("With its answer")
              : undefined,
        },
        { label: say("Answered"), value: whole.repliedOn ? formatDate(whole.repliedOn) : undefined },
      ]}
      missing={say("Not yet")}
    />
  )
}
