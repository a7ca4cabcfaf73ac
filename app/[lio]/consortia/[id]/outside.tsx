import { Radios, Select } from "@/app/_ui/choices"
import { TextField } from "@/app/_ui/fields"
import type { Consortium, OfConsortium } from "@/lib/opportunities/consortia/queries"
import { say } from "@/lib/words"
import { RoomForm } from "../_parts/room-form"
import {
  acceptInvitationForm,
  declineInvitationForm,
  enterRoomForm,
  letInForm,
  proposeGroupForm,
  stepOutForm,
} from "../actions"

type Listed = { value: string; label: string }
type Props = {
  lio: string
  its: Consortium
  /** Groups that the asker leads and that were asked or are in, with whom they can let in. */
  led: { of: OfConsortium; people: Listed[]; empty: boolean; elsewhere: boolean }[]
  named: boolean
  staff: boolean
  /** May propose groups. */
  keeps: boolean
}

/** What somebody who is not in the room can do: answer for their group, say who comes in, or come in where they were let in. */
export function Outside({ lio, its, led, named, staff, keeps }: Props) {
  return (
    <>
      {named ? (
        <section className="card mb-6 max-w-3xl" aria-labelledby="in">
          <h2 id="in" className="mt-0">
            {say("You’ve been let in")}
          </h2>
          <p>
            {say(
              "Nobody can be in two rooms that bid against each other. If you were in another room for this opportunity, everybody here reads until when, but not which.",
            )}
          </p>
          <RoomForm room={its.id} action={enterRoomForm} lio={lio} id="enter" submit={say("Come in")} />
          <RoomForm
            room={its.id}
            action={stepOutForm}
            lio={lio}
            id="not"
            fold={say("Don’t come in")}
            submit={say("Send")}
            kind="secondary"
          >
            <Recuse />
          </RoomForm>
        </section>
      ) : null}
      {led.map(({ of, people, empty, elsewhere }) =>
        of.stands === "asked" ? (
          <section key={of.groupId} className="card mb-6 max-w-3xl">
            <h2 className="mt-0">{say("Does {group} bid with them?", { group: of.group })}</h2>
            {elsewhere ? (
              <p>
                {say(
                  "{group} is already in another room for this. It can’t bid in two: leave that one first, or say no here.",
                  { group: of.group },
                )}
              </p>
            ) : (
              <RoomForm
                room={its.id}
                of={{ groupId: of.groupId }}
                action={acceptInvitationForm}
                lio={lio}
                id={`yes-${of.groupId}`}
                submit={say("Yes, we’re in")}
                className="mb-4"
              >
                <Select
                  name="personId"
                  label={say("Who comes in for your group?")}
                  hint={say(
                    "They can let others in later. Choose somebody who isn’t in another room for this.",
                  )}
                  options={people}
                />
              </RoomForm>
            )}
            <RoomForm
              room={its.id}
              of={{ groupId: of.groupId }}
              action={declineInvitationForm}
              lio={lio}
              id={`no-${of.groupId}`}
              submit={say("No, thank you")}
              kind="secondary"
            />
          </section>
        ) : of.stands === "in" && empty ? (
          <section key={of.groupId} className="card mb-6 max-w-3xl">
            <h2 className="mt-0">{say("Nobody from {group} is in the room", { group: of.group })}</h2>
            <RoomForm
              room={its.id}
              of={{ groupId: of.groupId }}
              action={letInForm}
              lio={lio}
              id={`name-${of.groupId}`}
              submit={say("Let them in")}
            >
              <Select name="personId" label={say("Who comes in for your group?")} options={people} />
            </RoomForm>
          </section>
        ) : null,
      )}
      {staff ? (
        <p className="max-w-3xl">
          {say("What’s in the room is for the people in it. They can let you in by name.")}
        </p>
      ) : null}
      {keeps ? (
        <RoomForm
          room={its.id}
          action={proposeGroupForm}
          lio={lio}
          id="propose"
          kind="secondary"
          fold={say("Propose a group")}
          submit={say("Propose it")}
        >
          <TextField
            name="name"
            label={say("Name of the group")}
            hint={say("They decide whether to ask it. Until then it hears nothing.")}
          />
        </RoomForm>
      ) : null}
    </>
  )
}

/** Whether somebody goes because of an interest elsewhere. */
export const Recuse = () => (
  <Radios
    name="recuse"
    legend={say("Is it because of an interest elsewhere?")}
    hint={say(
      "For example, because you sit in another group that bids for this. The people here read yes or no, and nothing more.",
    )}
    options={[
      { value: "yes", label: say("Yes") },
      { value: "no", label: say("No") },
    ]}
    inline
  />
)
