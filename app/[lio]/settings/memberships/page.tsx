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
import { say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"

/** Which kinds of membership the LIO offers. */
export default async function MembershipTypes(props: PageProps) {
  const [frame, types] = await visit(props, (ctx) => {
    ensure(mayKeepTypes(ctx.actor), say("Only a manager can change this."))
    return listTypes(ctx)
  })
  const lio = frame.lio.slug
  const at = `/${lio}/settings/memberships`
  return (
    <Frame {...frame} title={say("Kinds of membership")} at="settings">
      <BackLink href={`/${lio}/settings`}>{say("Settings")}</BackLink>
      <div className="title-row">
        <h1>{say("Kinds of membership")}</h1>
        {types.length > 0 ? <ButtonLink href={`${at}/new`}>{say("Add a kind")}</ButtonLink> : null}
      </div>
      <p>
        {say("What a group joins. Whether a group is a member follows from its membership.")}{" "}
        {types.length > 0
          ? sayRich(
              "Groups ask on <link>your page to join</link>; requests are listed under <link2>Memberships</link2>.",
              {
                link: (text) => <a href={`/${lio}/join`}>{text}</a>,
                link2: (text) => <a href={`/${lio}/memberships`}>{text}</a>,
              },
            )
          : null}
      </p>
      {types.length === 0 ? (
        <EmptyState
          drawing="groups"
          title={say("No kinds of membership yet")}
          action={<ButtonLink href={`${at}/new`}>{say("Begin with “Full member”")}</ButtonLink>}
        >
          {say(
            "Say what groups can join, what they get and for how long. Trellis then knows who is a member, asks groups to renew, and takes requests to join. We fill in a first one that suits most; you can change every word of it.",
          )}
        </EmptyState>
      ) : (
        <DataTable
          caption={say("Kinds of membership")}
          captionHidden
          rows={types}
          rowKey={(type) => type.id}
          columns={[
            {
              key: "name",
              label: say("Name"),
              main: true,
              cell: (type) => (
                <>
                  <a href={`${at}/${type.id}`}>{type.name}</a>{" "}
                  {type.retiredAt ? <Tag>{say("Retired")}</Tag> : null}
                </>
              ),
            },
            { key: "standing", label: say("Makes"), cell: (type) => MEMBERSHIP_STANDINGS[type.standing] },
            { key: "length", label: say("Lasts"), cell: lengthInWords },
            { key: "fee", label: say("Fee"), cell: (type) => feeInWords(type.feePence, type) },
            {
              key: "join",
              label: say("On your public page"),
              cell: (type) => (type.openToJoin && !type.retiredAt ? say("Yes") : say("No")),
            },
            {
              key: "used",
              label: say("Begun"),
              number: true,
              cell: (type) => sayCount(type.used, { one: "{count} time", other: "{count} times" }),
            },
          ]}
        />
      )}
    </Frame>
  )
}
