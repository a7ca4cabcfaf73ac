import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { formatDate } from "@/app/_ui/date"
import { TextArea } from "@/app/_ui/fields"
import { Static } from "@/app/_ui/static"
import { leads } from "@/lib/access/may"
import {
  type InRoom,
  listInRoom,
  listStaffToName,
  listToName,
} from "@/lib/opportunities/consortia/people/queries"
import { guides, listToAsk, openRoom } from "@/lib/opportunities/consortia/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { GroupsOf } from "../../_parts/groups-of"
import { RoomForm } from "../../_parts/room-form"
import { RoomHead } from "../../_parts/room-frame"
import {
  askGroupForm,
  dissolveConsortiumForm,
  handLeadForm,
  leaveConsortiumForm,
  letInForm,
  removeFromConsortiumForm,
  stepOutForm,
  withdrawInvitationForm,
} from "../../actions"
import { Recuse } from "../outside"

function whereabouts({ leftAt, recused, enteredAt, elsewhereUntil }: InRoom, zone: string): string[] {
  const day = (at: string) => formatDate(new Date(at), zone)
  const gone = leftAt
    ? recused
      ? say("Stepped out on {day} because of an interest elsewhere", { day: day(leftAt) })
      : say("Stepped out on {day}", { day: day(leftAt) })
    : enteredAt
      ? say("In since {day}", { day: day(enteredAt) })
      : say("Let in, and hasn’t come yet")
  return [
    gone,
    ...(elsewhereUntil
      ? [say("Was in another room for this until {day}", { day: formatDate(elsewhereUntil) })]
      : []),
  ]
}

/** The groups of a consortium and the people in its room, and how both change. */
export default async function ConsortiumPeople(props: PageProps) {
  const [frame, { its, people, mine, staff, toAsk, guide }] = await visit(
    props,
    async (ctx, _, { id = "" }) => {
      const its = await openRoom(ctx, id)
      const led = its.groups.filter(({ groupId, stands }) => stands === "in" && leads(ctx.actor, groupId))
      const [people, staff, toAsk, mine] = await Promise.all([
        listInRoom(ctx, id),
        listStaffToName(ctx, id),
        listToAsk(ctx, its),
        Promise.all(led.map(async (of) => ({ of, people: await listToName(ctx, id, of.groupId) }))),
      ])
      return { its, people, mine, staff, toAsk, guide: guides(ctx, its) }
    },
  )
  const lio = frame.lio.slug
  const open = its.dissolvedAt === null
  const others = its.groups.filter(({ stands, leads: lead }) => stands === "in" && !lead)
  return (
    <Frame {...frame} title={say("Groups and people")} at="opportunities">
      <RoomHead lio={lio} its={its} current="people" />
      <h2>{say("Groups")}</h2>
      <GroupsOf {...its} />
      {open && guide
        ? its.groups
            .filter(({ stands }) => stands === "asked")
            .map(({ groupId, group }) => (
              <RoomForm
                room={its.id}
                of={{ groupId }}
                key={groupId}
                action={withdrawInvitationForm}
                lio={lio}
                id={`withdraw-${groupId}`}
                kind="secondary"
                fold={say("Withdraw the invitation to {group}", { group })}
                submit={say("Withdraw it")}
              >
                <p>{say("They haven’t answered yet. They get an email that they aren’t asked any more.")}</p>
              </RoomForm>
            ))
        : null}
      {open && guide ? (
        <RoomForm
          room={its.id}
          action={askGroupForm}
          lio={lio}
          id="ask"
          fold={say("Ask a group")}
          submit={say("Send the invitation")}
        >
          <Select
            name="groupId"
            label={say("Which group?")}
            hint={say(
              "Groups that show their interest, or agreed to be found. The group’s leads get an email.",
            )}
            options={toAsk}
          />
        </RoomForm>
      ) : null}
      <h2>{say("People in the room")}</h2>
      <Static>
        <ul className="max-w-3xl list-none border-t border-line p-0">
          {people.map((one) => (
            <li key={one.personId} className="border-b border-line py-2">
              <p className="m-0">
                <strong>{one.name}</strong> {one.group ?? say("Staff")}
              </p>
              {whereabouts(one, its.zone).map((words) => (
                <p key={words} className="m-0 text-soft">
                  {words}
                </p>
              ))}
            </li>
          ))}
        </ul>
      </Static>
      {open
        ? mine.map(({ of, people: some }) => (
            <RoomForm
              room={its.id}
              of={{ groupId: of.groupId }}
              key={of.groupId}
              action={letInForm}
              lio={lio}
              id={`let-${of.groupId}`}
              fold={say("Let in somebody from {group}", { group: of.group })}
              submit={say("Let them in")}
            >
              <Select name="personId" label={say("Who?")} options={some} />
            </RoomForm>
          ))
        : null}
      {open && mine.length > 0 ? (
        <RoomForm
          room={its.id}
          action={letInForm}
          lio={lio}
          id="staff"
          fold={say("Let in one of our staff")}
          submit={say("Let them in")}
        >
          <Select name="personId" label={say("Who?")} options={staff} />
        </RoomForm>
      ) : null}
      <h2>{say("Leaving")}</h2>
      <RoomForm
        room={its.id}
        action={stepOutForm}
        lio={lio}
        id="out"
        kind="secondary"
        fold={say("Step out of the room")}
        submit={say("Step out")}
      >
        <Recuse />
      </RoomForm>
      {open
        ? mine
            .filter(({ of }) => !of.leads)
            .map(({ of }) => (
              <RoomForm
                room={its.id}
                of={{ groupId: of.groupId }}
                key={of.groupId}
                action={leaveConsortiumForm}
                lio={lio}
                id={`leave-${of.groupId}`}
                kind="danger"
                fold={say("{group} leaves", { group: of.group })}
                submit={say("Leave the consortium")}
              >
                <p>{say("Everybody who came in for it leaves the room.")}</p>
              </RoomForm>
            ))
        : null}
      {open && guide && others.length > 0 ? (
        <RoomForm
          room={its.id}
          action={handLeadForm}
          lio={lio}
          id="lead"
          kind="secondary"
          fold={say("Let another group lead")}
          submit={say("Hand over")}
        >
          <Select
            name="groupId"
            label={say("Which group leads from now on?")}
            options={others.map(({ groupId, group }) => ({ value: groupId, label: group }))}
          />
        </RoomForm>
      ) : null}
      {open && guide && others.length > 0 ? (
        <RoomForm
          room={its.id}
          action={removeFromConsortiumForm}
          lio={lio}
          id="remove"
          kind="danger"
          fold={say("Remove a group")}
          submit={say("Remove it")}
          className="max-w-3xl"
        >
          <p>{say("Its people are out of the room at once. What they wrote stays, with their names.")}</p>
          <Select
            name="groupId"
            label={say("Which group?")}
            options={others.map(({ groupId, group }) => ({ value: groupId, label: group }))}
          />
          <TextArea
            name="why"
            label={say("Why?")}
            hint={say(
              "The leads of the group get this in an email, which our staff can read, too. Here it stands among the decisions.",
            )}
          />
        </RoomForm>
      ) : null}
      {open && guide ? (
        <RoomForm
          room={its.id}
          action={dissolveConsortiumForm}
          lio={lio}
          id="end"
          kind="danger"
          fold={say("End the consortium")}
          submit={say("End it")}
        >
          <p>{say("The people in the room can still read it. Nothing can be added.")}</p>
        </RoomForm>
      ) : null}
    </Frame>
  )
}
