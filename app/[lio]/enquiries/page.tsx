import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { mayKeepEnquiries } from "@/lib/enquiries/policy"
import { listDoneEnquiries, listWaitingEnquiries } from "@/lib/enquiries/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../_parts/frame"
import { EnquiryRow } from "./_parts/enquiry-row"

/** What people told the LIO about their groups and ideas. For staff. */
export default async function EnquiriesPage(props: PageProps) {
  const [frame, { waiting, done, keeps, now }] = await visit(props, async (ctx) => ({
    waiting: await listWaitingEnquiries(ctx),
    done: await listDoneEnquiries(ctx),
    keeps: mayKeepEnquiries(ctx.actor),
    now: ctx.now,
  }))
  const lio = frame.lio.slug
  const row = { lio, now, keeps, back: `/${lio}/enquiries` }
  return (
    <Frame {...frame} title={say("Enquiries")} at="enquiries">
      <h1>{say("Enquiries")}</h1>
      {waiting.length === 0 ? (
        <EmptyState drawing="letters" title={say("No enquiry is waiting")}>
          <p>
            {sayRich(
              "Anybody can <link>tell you about their group or their idea</link>, from your public page and from the finder. It’s listed here until somebody has dealt with it.",
              { link: (text) => <a href={`/${lio}/tell-us`}>{text}</a> },
            )}
          </p>
        </EmptyState>
      ) : (
        <ul className="act-list">
          {waiting.map((enquiry) => (
            <EnquiryRow key={enquiry.id} enquiry={enquiry} {...row} />
          ))}
        </ul>
      )}
      {done.length > 0 ? (
        <>
          <h2>{say("Dealt with")}</h2>
          <ul className="act-list">
            {done.map((enquiry) => (
              <EnquiryRow key={enquiry.id} enquiry={enquiry} {...row} />
            ))}
          </ul>
        </>
      ) : null}
    </Frame>
  )
}
