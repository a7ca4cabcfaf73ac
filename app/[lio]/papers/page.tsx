import { type PageProps, visitPublic } from "@/app/_http/visit"
import { Pagination } from "@/app/_ui/pagination"
import { pageIn } from "@/lib/input"
import { getFace } from "@/lib/lios/look/queries"
import { listJoined } from "@/lib/representations/joint/queries"
import { getPaperOptions } from "@/lib/representations/signing/queries"
import { listPapers, PAPERS_A_PAGE } from "@/lib/representations/versions/queries"
import { say } from "@/lib/words"
import { PublicFrame } from "../_parts/public-frame"
import { PaperListed } from "../representations/_parts/paper-listed"

/** What an LIO has put to public bodies for its groups, and what they said: for anybody. */
export default async function Papers(props: PageProps) {
  const { lio, papers, all, page, joined, scored } = await visitPublic(props, async (ctx, _params, query) => {
    const page = pageIn(query.page)
    return {
      lio: await getFace(ctx),
      page,
      ...(await listPapers(ctx, page)),
      joined: await listJoined(ctx),
      scored: (await getPaperOptions(ctx)).scorecardPublic,
    }
  })
  return (
    <PublicFrame
      lio={lio}
      title={say("What groups asked for")}
      found={{
        about: say("What voluntary groups have asked public bodies to do through {lio}, and the replies.", {
          lio: lio.name,
        }),
        path: `/${lio.slug}/papers`,
      }}
    >
      <h1>{say("What groups asked for")}</h1>
      <p className="max-w-2xl">
        {say(
          "{lio} takes what voluntary groups say to councils, the NHS and other public bodies. Here’s each paper, what it asks for and what came back.",
          {
            lio: lio.name,
          },
        )}
      </p>
      <ul className="list-none p-0">
        <li>
          <a className="inline-flex min-h-11 items-center" href={`/${lio.slug}/evidence`}>
            {say("What groups have told us")}
          </a>
        </li>
        {scored ? (
          <li>
            <a className="inline-flex min-h-11 items-center" href={`/${lio.slug}/scorecard`}>
              {say("How bodies reply")}
            </a>
          </li>
        ) : null}
      </ul>
      {papers.length === 0 && joined.length === 0 ? <p>{say("There are no papers yet.")}</p> : null}
      {papers.map((paper) => (
        <PaperListed key={paper.id} lio={lio.slug} paper={paper} />
      ))}
      {joined.length > 0 && page === 1 ? (
        <>
          <h2>{say("With other organisations")}</h2>
          <ul>
            {joined.map(({ leader, leaderName, paperId, version, title, body }) => (
              <li key={`${paperId} ${version}`}>
                <a href={`/${leader}/representations/${paperId}/${version}`}>{title}</a>{" "}
                {say("({leader}, to {body})", { leader: leaderName, body })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Pagination place={{ path: `/${lio.slug}/papers` }} page={page} perPage={PAPERS_A_PAGE} total={all} />
    </PublicFrame>
  )
}
