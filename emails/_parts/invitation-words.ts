import { inWords, say, sayCount } from "@/lib/words"

type Invitation = {
  lio: string
  groups: string[]
  body: string | null
  minutes: number
  closes: string
  lead: boolean
}

/** The sentences of an invitation, for the email and for the page that shows it before it goes. */
export function invitationInWords({ lio, groups, body, minutes, closes, lead }: Invitation) {
  return {
    asks: `${sayCount(
      groups.length,
      {
        one: "{lio} would like to know what {groups} has to say.",
        other: "{lio} would like to know what {groups} have to say.",
      },
      { lio, groups: inWords(groups) },
    )}${body ? ` ${say("It’s about plans of {body}.", { body })}` : ""}`,
    howLong: say(
      "It takes about {minutes} minutes and is open until {closes}. You don’t need a password: the button is your own way in, so please don’t pass this email on.",
      { minutes, closes },
    ),
    button: say("Answer for your group"),
    together: lead
      ? say("Others in your group can write it with you. You send the answers when they’re right.")
      : say("You can write the answers with others in your group. Its lead sends them."),
  }
}
