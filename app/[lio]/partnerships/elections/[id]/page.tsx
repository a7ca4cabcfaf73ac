import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Tag } from "@/app/_ui/tag"
import { ensure } from "@/lib/errors"
import { hindrance } from "@/lib/partnerships/elections/moving/commands"
import { listNominations } from "@/lib/partnerships/elections/nominations/queries"
import { getElection } from "@/lib/partnerships/elections/queries"
import { getResult } from "@/lib/partnerships/elections/results/queries"
import { countVoted, listElectorate } from "@/lib/partnerships/elections/roll/queries"
import { boxOpens } from "@/lib/partnerships/elections/voting/queries"
import { STATES } from "@/lib/partnerships/elections/words"
import { mayKeepBoards, mayReadAllBoards } from "@/lib/partnerships/policy"
import { listBoardChoices } from "@/lib/partnerships/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { Notice } from "../../../elections/_parts/notice"
import { CountSheet } from "../../../elections/_parts/result"
import { NextStep } from "../_parts/next-step"
import { Nominations } from "../_parts/nominations"
import { Outcome } from "../_parts/outcome"
import { compareCountForm } from "../actions"

/** One vote about seats, as staff see it through: what comes next, who was put up, how it came out. */
export default async function StaffElection(props: PageProps) {
  const [frame, read] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayReadAllBoards(ctx.actor))
    const election = await getElection(ctx, id)
    return {
      ...{ election, zone: ctx.lio.timezone, keeps: mayKeepBoards(ctx.actor) },
      nominations: await listNominations(ctx, id),
      hinders: election.state === "checking" ? await hindrance(ctx, election) : null,
      voted: await countVoted(ctx, id),
      opens: await boxOpens(ctx, id),
      able: election.state === "planned" ? (await listElectorate(ctx, election)).length : 0,
      result: await getResult(ctx, id),
      networks: election.networkEndorses ? (await listBoardChoices(ctx)).networks : [],
    }
  })
  const { election, nominations, keeps, zone, result } = read
  const lio = frame.lio.slug
  const base = `/${lio}/partnerships`
  const at = `${base}/elections/${election.id}`
  return (
    <Frame {...frame} title={election.title} at="partnerships">
      <BackLink href={`${base}/elections`}>{say("Votes about seats")}</BackLink>
      <p className="m-0 text-soft">
        <a href={`${base}/${election.boardId}`}>{election.board}</a>
      </p>
      <div className="title-row">
        <h1>{election.title}</h1>
        {keeps && election.state === "planned" ? (
          <ButtonLink href={`${at}/edit`} kind="secondary">
            {say("Change")}
          </ButtonLink>
        ) : null}
      </div>
      <p>
        <Tag tone={election.state === "checking" ? "problem" : "plain"}>{STATES[election.state]}</Tag>{" "}
        {election.calledOffReason}
      </p>
      <Outcome {...read} />
      <NextStep {...{ ...read, lio, at }} />
      {election.state === "planned" ? null : (
        <Nominations {...{ lio, election, nominations, keeps, networks: read.networks }} />
      )}
      {result ? (
        <>
          <h2>{say("The count, stage by stage")}</h2>
          <CountSheet {...{ election, result }} />
          {keeps ? (
            <Form
              action={compareCountForm}
              lio={lio}
              submit={say("Compare")}
              kind="secondary"
              id="compare"
              fold={say("Compare with a count elsewhere")}
            >
              <input type="hidden" name="id" value={election.id} />
              <TextArea
                name="blt"
                label={say("The BLT file that was counted there")}
                hint={say("Open it in a text editor, copy all of it and paste it here.")}
                rows={8}
              />
            </Form>
          ) : null}
        </>
      ) : null}
      {election.rollFrozenAt ? (
        <p>
          <a href={`${at}/roll`}>{say("The roll, and who votes for each group")}</a>
        </p>
      ) : null}
      <Notice election={election} zone={zone} />
      {election.publishedAt ? (
        <p>
          <a href={`/${lio}/elections/${election.id}`}>
            {election.boardShown ? say("As groups and the public see it") : say("As groups see it")}
          </a>
        </p>
      ) : null}
    </Frame>
  )
}
