import type { PathwayStep } from "@/db/schema"
import { say } from "../../words"

export type { PathwayStep }

/** The pathway that every LIO begins with. The guides are those that come with Trellis. */
export const STARTER: { name: string; steps: PathwayStep[] } = {
  name: say("From an idea to a group"),
  steps: [
    {
      title: say("What is it for, and who for?"),
      about: say("In two sentences that a neighbour would understand."),
      guide: "start-a-group",
    },
    {
      title: say("Who does this already?"),
      about: say("Look in the directory, and talk to two groups that come close."),
      guide: "find-help-near-you",
    },
    {
      title: say("Find a committee"),
      about: say("Three people who aren’t related: chair, secretary and treasurer."),
      guide: "trustees-duties",
    },
    {
      title: say("Choose a legal form"),
      about: null,
      guide: "choose-a-legal-form",
    },
    {
      title: say("Agree a constitution"),
      about: say("Adopted at a meeting, signed and dated. Ask for a copy."),
      guide: "write-a-constitution",
    },
    {
      title: say("Open a bank account"),
      about: say("In the group’s name, with two signatures."),
      guide: "open-a-bank-account",
    },
    {
      title: say("Safeguarding"),
      about: say("A policy and a named person, where they work with children or adults at risk."),
      guide: "safeguarding",
    },
    { title: say("Insurance"), about: say("Public liability before the first event."), guide: "insurance" },
    { title: say("First funding"), about: say("A small grant that fits."), guide: "first-funding-bid" },
  ],
}
