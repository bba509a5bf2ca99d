"""A small engine for the response processing of QTI 2.1, as far as our items use it: all else is an error.

Values are lists: a single value is a list of one, and NULL is the empty list.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

Values = list[str]
NS = {"q": "http://www.imsglobal.org/xsd/imsqti_v2p1"}


@dataclass
class Outcome:
    """What an item makes of an answer."""

    score: float
    told: list[str]
    """The feedback that is shown, by its identifiers, in the order of the file."""


def respond(item: Any, **given: Values) -> Outcome:
    """Process one attempt at an item, responses by their identifiers; those not given are NULL."""
    engine = _Engine(item, given)
    for rule in item.find("q:responseProcessing", NS):
        engine.apply(rule)
    told = [
        feedback.get("identifier")
        for feedback in item.findall("q:modalFeedback", NS)
        if feedback.get("identifier") in engine.values[feedback.get("outcomeIdentifier")]
    ]
    return Outcome(float(engine.values["SCORE"][0]), told)


class _Engine:
    def __init__(self, item: Any, given: dict[str, Values]) -> None:
        self.declared = {each.get("identifier"): each for each in item.findall("q:responseDeclaration", NS)}
        assert set(given) <= set(self.declared)
        self.values: dict[str, Values] = {name: given.get(name, []) for name in self.declared} | {
            each.get("identifier"): [value.text for value in each.iterfind("q:defaultValue/q:value", NS)]
            for each in item.findall("q:outcomeDeclaration", NS)
        }

    def apply(self, rule: Any) -> None:
        if _name(rule) == "setOutcomeValue":
            self.values[rule.get("identifier")] = self.value(rule[0])
            return
        assert _name(rule) == "responseCondition"
        for branch in rule:
            test, rules = (None, branch) if _name(branch) == "responseElse" else (branch[0], branch[1:])
            if test is None or self.value(test) == ["true"]:
                for each in rules:
                    self.apply(each)
                return

    def value(self, expression: Any) -> Values:
        parts = [self.value(part) for part in expression]
        names = str(expression.get("identifier"))
        match _name(expression), parts:
            case "baseValue", []:
                return [str(expression.text)]
            case "variable", []:
                return self.values[names]
            case "correct", []:
                return [
                    value.text for value in self.declared[names].iterfind("q:correctResponse/q:value", NS)
                ]
            case "mapResponse", []:
                return [str(self.mapped(names))]
            case "multiple", _:
                return [value for part in parts for value in part]
            case "sum", _:
                return [str(sum(float(value) for part in parts for value in part))]
            case "divide", [[one], [other]]:
                return [str(float(one) / float(other))]
            case "match" | "member" | "equal" as name, [one, other]:
                return [str(self.holds(name, expression, one, other)).lower()] if one and other else []
            case _:
                raise AssertionError(f"no item of ours has a <{_name(expression)}> of {len(parts)} parts")

    def holds(self, name: str, expression: Any, one: Values, other: Values) -> bool:
        if name == "member":
            return one[0] in other
        if name == "equal":
            below, above = map(float, expression.get("tolerance", "0 0").split())
            return float(other[0]) - below <= float(one[0]) <= float(other[0]) + above
        ordered = any(each.get("cardinality") == "ordered" for each in self.declared.values())
        return one == other if ordered else Counter(one) == Counter(other)

    def mapped(self, name: str) -> float:
        """Each different value counts once, and what the mapping does not know counts its default."""
        mapping = self.declared[name].find("q:mapping", NS)
        known: dict[str, float] = {}
        for entry in mapping:
            known[_key(entry.get("mapKey"), entry)] = float(entry.get("mappedValue"))
        default = float(mapping.get("defaultValue"))
        first = mapping[0]
        total = sum(known.get(_key(value, first), default) for value in dict.fromkeys(self.values[name]))
        low, high = float(mapping.get("lowerBound", "-inf")), float(mapping.get("upperBound", "inf"))
        return min(max(total, low), high)


def _key(value: str, entry: Any) -> str:
    return value.lower() if entry.get("caseSensitive") == "false" else value


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
