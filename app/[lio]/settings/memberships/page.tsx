import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { DataTable } from "@/app/_ui/data-table"
import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { Tag } from "@/app/_ui/tag"
import { MEMBERSHIP_STANDINGS } from "@/db/vocabulary"
import { ensure } from "@/lib/errors"
import { feeInWords, lengthInWords } from "@/lib/membership-status/words"
import { mayKeepTypes } from "@/lib/memberships/policy"
import { listTypes } from "@/lib/memberships/types/queries"
import { plural } from "@/lib/words"
import { Frame } from "../../_parts/frame"

/** Which kinds of membership the LIO offers. */
export default async function MembershipTypes(props: PageProps) {
  const [frame, types] = await visit(props, (ctx) => {
    ensure(mayKeepTypes(ctx.actor), "Only a manager can change this.")
    return listTypes(ctx)
  })
  const lio = frame.lio.slug
  const at = `/${lio}/settings/memberships`
  return (
    <Frame {...frame} title="Kinds of membership" at="settings">
      <BackLink href={`/${lio}/settings`}>Settings</BackLink>
      <div className="title-row">
        <h1>Kinds of membership</h1>
        {types.length > 0 ? <ButtonLink href={`${at}/new`}>Add a kind</ButtonLink> : null}
      </div>
      <p>
        What a group joins. Whether a group is a member follows from its membership.{" "}
        {types.length > 0 ? (
          <>
            Groups ask on <a href={`/${lio}/join`}>your page to join</a>; requests stand under{" "}
            <a href={`/${lio}/memberships`}>Memberships</a>.
          </>
        ) : null}
      </p>
      {types.length === 0 ? (
        <EmptyState
          drawing="groups"
          title="No kinds of membership yet"
          action={<ButtonLink href={`${at}/new`}>Begin with “Full member”</ButtonLink>}
        >
          Say what groups can join, what they get and for how long. Trellis then knows who is a member, asks
          groups to renew, and takes requests to join. We fill in a first one that suits most; you can change
          every word of it.
        </EmptyState>
      ) : (
        <DataTable
          caption="Kinds of membership"
          captionHidden
          rows={types}
          rowKey={(type) => type.id}
          columns={[
            {
              key: "name",
              label: "Name",
              main: true,
              cell: (type) => (
                <>
                  <a href={`${at}/${type.id}`}>{type.name}</a> {type.retiredAt ? <Tag>Retired</Tag> : null}
                </>
              ),
            },
            { key: "standing", label: "Makes", cell: (type) => MEMBERSHIP_STANDINGS[type.standing] },
            { key: "length", label: "Lasts", cell: lengthInWords },
            { key: "fee", label: "Fee", cell: (type) => feeInWords(type.feePence, type) },
            {
              key: "join",
              label: "On your public page",
              cell: (type) => (type.openToJoin && !type.retiredAt ? "Yes" : "No"),
            },
            { key: "used", label: "Begun", number: true, cell: (type) => plural(type.used, "time") },
          ]}
        />
      )}
    </Frame>
  )
}
