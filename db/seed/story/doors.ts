import type { StoryQuestion } from "./answers"
import { DOORS_ANSWERS } from "./doors-answers"

/** Closed back: what it costs to keep the doors open. Asked, represented, answered, told. */
export const DOORS = {
  title: "What does it cost you to keep the doors open?",
  about:
    "Bills have gone up for every group and for the people who come to us. The council sets its hardship budget in the new year. Tell us what you see, so that we can say it once, together, with the numbers.",
  fairness: {
    formative:
      "The council sets its hardship budget in January. Its officers told us that nothing is settled before then.",
    information: "We sent last year’s budget on one page, and what it paid for, with the invitation.",
    time: "Four weeks, outside the school holidays, with a call to every group without email. The council’s timetable allows no more.",
    consideration:
      "The cabinet member has agreed to read our paper before the budget is drafted, and to answer each ask.",
    feedback: "Every group that answers gets an email with its own words beside what the council decides.",
  },
  questions: [
    {
      key: "bills",
      kind: "scale",
      title: "How worried is your group about its own energy bill this winter?",
      scale: { low: "Not worried", high: "We may have to close", steps: 5 },
      required: true,
    },
    {
      key: "cut",
      kind: "multiple",
      title: "What have you had to do because of costs?",
      options: [
        "Shorten opening hours",
        "Turn the heating down",
        "Ask people to pay",
        "Use our reserves",
        "Nothing yet",
      ],
      alone: "5",
    },
    {
      key: "meters",
      kind: "single",
      title: "How often do people come to you with no credit on their meter?",
      options: ["Every week", "Most months", "Once or twice", "Never"],
      required: true,
    },
    {
      key: "story",
      kind: "text",
      title: "What happens to them? Tell us about one time.",
      help: "No names, please. What happened, what you could do, and what you could not.",
    },
    { key: "ask", kind: "text", title: "What one thing should the council do?" },
  ] satisfies StoryQuestion[],
  answers: DOORS_ANSWERS,
  /** Under which code a colleague put each passage, without seeing the first one’s: who sat in the dark from Friday is about weekends, too. */
  again: [0, 0, 0, 0, 0, 1, 2, 2, 2, 3],
  codes: ["Weekend and evening gap", "Warm spaces", "Cold buildings", "Reaching people"],
  /** Which words of whose answer are evidence, under which code, for which ask (by number). */
  passages: [
    {
      group: "Hob’s Mill Food Bank",
      question: "story",
      quote:
        "A family came on a Saturday with no electricity until Monday and insulin in the fridge. The council’s hardship line closes at five on Friday.",
      code: 0,
      ask: 0,
    },
    {
      group: "Alderbridge Citizens’ Help Desk",
      question: "story",
      quote:
        "31 people without credit on their meter since September, 19 of them on a Friday afternoon or at a weekend, when the hardship line is closed.",
      code: 0,
      ask: 0,
    },
    {
      group: "Alderbridge Community Pantry",
      question: "story",
      quote: "We rang four numbers and none of them answered.",
      code: 0,
      ask: 0,
    },
    {
      group: "Carers Together Aldervale",
      question: "story",
      quote: "A carer with an oxygen concentrator at home was told to ring back on Monday.",
      code: 0,
      ask: 0,
    },
    {
      group: "The Warm Room, Netherfold",
      question: "story",
      quote:
        "A grandmother sat in the dark from Friday until Monday because she did not want to bother anybody.",
      code: 1,
      ask: 1,
    },
    {
      group: "Skelby Methodist Chapel",
      question: "ask",
      quote: "Fund the warm spaces directly and early: last year’s money came in February.",
      code: 1,
      ask: 1,
    },
    {
      group: "Netherfold Village Hall",
      question: "story",
      quote:
        "We have put the hire up by a third and lost two groups for it. Our reserves will last until May.",
      code: 2,
      ask: 2,
    },
    {
      group: "Al-Noor Community Centre",
      question: "ask",
      quote: "Help community buildings with insulation: our roof loses everything we put in.",
      code: 2,
      ask: 2,
    },
    {
      group: "St Oswin’s and St Bride’s",
      question: "story",
      quote: "The hall’s bill has gone from £3,900 to £9,400. Thirty groups use it and most cannot pay more.",
      code: 2,
      ask: 2,
    },
    {
      group: "Welcome Aldervale",
      question: "story",
      quote:
        "Our members do not know that the hardship line exists. When they find it, it is a menu of nine choices in English.",
      code: 3,
      ask: 0,
    },
  ],
  representation: {
    title: "Keeping the doors open: what Aldervale’s groups ask for this winter",
    addressee: "Cabinet member for communities",
    introduction:
      "Seventeen groups that feed, warm and advise people in Aldervale told us what this winter costs them and those who come to them. Three things would change most. Every one of them can be done within the hardship budget that the council sets in January.",
    text: {
      heading: "What this winter costs",
      paragraph:
        "More households in Aldervale can’t keep warm than at any time since we began to ask. One home in six is in fuel poverty. The groups that help them pay more for the same rooms.",
      sentence: "One home in six is in fuel poverty.",
      figure: {
        title: "Households in fuel poverty in the Aldervale example district",
        figure: "16.7%",
        source: "Made-up figure for this demonstration",
        on: "2026-02-26",
        website: "https://statistics.example/fuel-poverty",
      },
    },
    asks: [
      {
        text: "Open one hardship line for the whole district, at weekends and until eight in the evening.",
        byWhom: "The council’s hardship team",
        byWhen: "From 1 November",
        why: "Nineteen of the 31 emergencies that the Help Desk counted fell when the line was closed.",
        reply: "accepted",
        replyText:
          "The line will open on Saturdays and Sundays from ten to six from 1 November, on one number, with interpreters. Evenings will be looked at in the spring.",
        outcome: "The line opened on 7 November. It took 63 calls in its first two weekends.",
      },
      {
        text: "Pay the heating of warm spaces directly, and before the winter starts.",
        why: "Last year’s money arrived in February.",
        reply: "partly",
        promisedBy: "The council’s finance team",
        promisedIn: 40,
        replyText:
          "A fund of £18,000 is agreed for eight warm spaces. It will be paid in two halves, in October and in January.",
        outcome: "Six warm spaces had their first half by the end of October.",
      },
      {
        text: "Set up a fund for insulating halls and community buildings.",
        why: "Halls told us of bills that have more than doubled.",
        reply: "rejected",
        replyText: "We will put groups in touch with the regional energy adviser.",
        reason: "There is no capital for this in the present budget.",
        outcome: "The CVS has booked the adviser for five halls in January.",
      },
    ],
    outcome:
      "The weekend line is open and warm spaces were paid before the winter. There is no money for insulation yet; five halls get an adviser instead.",
  },
} as const
