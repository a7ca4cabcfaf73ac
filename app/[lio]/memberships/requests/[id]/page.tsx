import { type PageProps, visit } from "@/app/_http/visit"
import { When } from "@/app/_ui/date"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { ROLES } from "@/db/vocabulary"
import { feeInWords } from "@/lib/membership-status/words"
import { mayKeepMemberships } from "@/lib/memberships/policy"
import { getRequest, listMeant } from "@/lib/memberships/requests/queries"
import { formatDate } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { Accept } from "../../_parts/accept"
import { refuseRequestForm } from "../../actions"

/** One request to join or to renew: what was said, and the two answers. */
export default async function MembershipRequest(props: PageProps) {
  const [frame, { request, meant, keeps, now }] = await visit(props, async (ctx, _query, { id = "" }) => {
    const request = await getRequest(ctx, id)
    return {
      request,
      meant: await listMeant(ctx, request),
      keeps: mayKeepMemberships(ctx.actor),
      now: ctx.now,
    }
  })
  const lio = frame.lio.slug
  const { said } = request
  const name = request.groupName ?? said.group ?? "A group"
  const asker = request.person ?? said.name ?? "Somebody"
  const title = `${name} wants to ${request.kind === "join" ? "join" : "renew"}`
  const groupLink = request.groupId ? (
    <a href={`/${lio}/groups/${request.groupId}/membership`}>{name}</a>
  ) : (
    name
  )
  return (
    <Frame {...frame} title={title} at="memberships">
      <BackLink href={`/${lio}/memberships?show=requests`}>Memberships</BackLink>
      <h1>{title}</h1>
      {request.decidedAt ? (
        <div className="banner banner-note">
          <p className="m-0 font-semibold">
            {request.decision === "accepted" ? "Accepted" : "Not accepted"} by {request.decidedBy} on{" "}
            {formatDate(request.decidedAt)}
            {request.reason ? `: ${request.reason}` : "."}
          </p>
        </div>
      ) : null}
      <SummaryList
        missing="Not said"
        items={[
          { label: "Group", value: groupLink },
          { label: "Membership", value: `${request.typeName}. ${feeInWords(request.feePence)}` },
          ...(said.group
            ? [
                { label: "What it does", value: said.about },
                { label: "Postcode", value: said.postcode },
                ...(said.directory
                  ? [{ label: "In the public directory", value: said.directory === "yes" ? "Yes" : "No" }]
                  : []),
              ]
            : []),
          {
            label: "Asked by",
            value: [asker, ROLES[said.role as keyof typeof ROLES]?.toLowerCase()].filter(Boolean).join(", "),
          },
          ...(said.email
            ? [
                { label: "Email", value: <a href={`mailto:${said.email}`}>{said.email}</a> },
                { label: "Phone", value: said.phone },
              ]
            : []),
          { label: "Asked on", value: <When at={request.askedAt} now={now} time /> },
        ]}
      />
      {keeps && !request.decidedAt ? (
        <>
          <Accept lio={lio} request={request} meant={meant} asker={asker} />
          <section aria-labelledby="refuse" className="mt-10">
            <h2 id="refuse">Say no</h2>
            <Form
              action={refuseRequestForm}
              lio={lio}
              id="refuse-form"
              submit="Do not accept it"
              kind="secondary"
            >
              <input type="hidden" name="id" value={request.id} />
              <TextArea name="reason" label="Why not?" hint={`We send these words to ${asker}.`} rows={3} />
            </Form>
          </section>
        </>
      ) : null}
    </Frame>
  )
}
