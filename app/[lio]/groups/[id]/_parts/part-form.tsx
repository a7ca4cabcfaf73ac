import type { ReactNode } from "react"
import type { FrameData } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import type { Section } from "@/lib/groups/input"
import type { Group } from "@/lib/groups/queries"
import type { Line } from "@/lib/membership-status/words"
import { say } from "@/lib/words"
import { LongForm } from "../../../_parts/long-form"
import { Version } from "../../_parts/version"
import type { Lists } from "./list-fields"
import { PartFields } from "./part-fields"
import { SECTION_FORMS, SECTIONS } from "./sections"
import { StageField } from "./stage"

type Props = {
  frame: FrameData
  part: Section
  group: Group
  /** Staff, who change everything; else a lead of the group. */
  keeps: boolean
  lists: Lists
  /** The LIO has kinds of membership, and the group’s own. */
  kinds: boolean
  membership: Line | null
  /** What a lead has asked for and waits for the staff. */
  wanted?: Partial<Group>
  /** The name is the LIO’s to change. */
  nameKept?: boolean
  /** Put before the ids of its fields, where several stand on one page. */
  id?: string
  secondary?: ReactNode
  /** It is folded away under these words. */
  fold?: ReactNode
}

/** The form of one part of a group's details: staff have one that keeps what they type, the group's own people a plain one. */
export function PartForm({
  frame,
  part,
  group,
  keeps,
  wanted,
  nameKept,
  id,
  secondary,
  fold,
  ...asked
}: Props) {
  const look = {
    action: SECTION_FORMS[part],
    values: { ...SECTIONS[part].values({ ...group, ...wanted }), version: group.version },
    submit: say("Save"),
    id,
    secondary,
    ...(fold ? { fold, folded: { className: "part-change" } } : {}),
    children: (
      <>
        <input type="hidden" name="id" value={group.id} />
        <Version />
        {part === "standing" ? (
          <StageField
            href={`/${frame.lio.slug}/groups/${group.id}/membership`}
            stage={group.stage}
            kinds={asked.kinds}
            membership={asked.membership}
          />
        ) : null}
        <PartFields
          part={part}
          lists={asked.lists}
          own={!keeps}
          only={(field) => !(nameKept && field === "name")}
        />
      </>
    ),
  }
  return keeps ? <LongForm frame={frame} {...look} /> : <Form lio={frame.lio.slug} {...look} />
}
