package dev.frontdesk.sandbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.sandbox.store.expression.Evaluator;
import dev.frontdesk.sandbox.store.expression.Expressions;
import dev.frontdesk.sandbox.store.expression.Scope;
import dev.frontdesk.sandbox.store.expression.Updater;
import dev.frontdesk.sandbox.store.value.Value;
import dev.frontdesk.sandbox.store.value.ValueJson;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions mean. */
final class ExpressionsTest {
  private static final Value.M ITEM =
      ValueJson.readItem(
          Json.of(
              """
              {'n':{'N':'5'},'word':{'S':'hello'},'tags':{'SS':['x','y']},'bin':{'B':'AQID'},
               'l':{'L':[{'N':'1'},{'S':'two'},{'M':{'k':{'S':'v'}}}]},'nil':{'NULL':true},
               'm':{'M':{'a':{'M':{'b':{'N':'7'}}},'e':{'S':''}}}}
              """));

  private static Scope scope() {
    return new Scope(
        Map.of("#dot", "a.b", "#m", "m"),
        ValueJson.readItem(
                Json.of(
                    """
                    {':five':{'N':'5.0'},':six':{'N':'6'},':one':{'N':'1'},':h':{'S':'he'},
                     ':x':{'S':'x'},':two':{'S':'two'},':S':{'S':'S'},':N':{'S':'N'},
                     ':b':{'B':'Ag=='},':list':{'L':[{'N':'9'}]},':set':{'SS':['y','z']},
                     ':all':{'SS':['x','y']},':null':{'NULL':true},':map':{'M':{}}}
                    """))
            .values());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          n = :five => true
          n <> :five => false
          absent <> :five => true
          absent = :five => false
          n < :six AND n > :one => true
          n < :h => false
          n between :one and :six => true
          n IN (:one, :five) => true
          n IN (:one, :h) => false
          NOT n = :five => false
          NOT (n = :six OR n = :one) => true
          n = :six OR n = :five AND n = :five => true
          (n = :six OR n = :five) AND n = :one => false
          attribute_exists(m.a.b) => true
          attribute_exists(l[2].k) => true
          attribute_exists(l[3]) => false
          attribute_not_exists(#dot) => true
          attribute_type(n, :N) => true
          attribute_type(n, :S) => false
          begins_with(word, :h) => true
          begins_with(n, :h) => false
          contains(word, :h) => true
          contains(tags, :x) => true
          contains(l, :two) => true
          contains(bin, :b) => true
          size(word) = :five => true
          size(tags) < :five => true
          size(n) = :one => false
          size(#m) > :one => true
          :five = n => true
          (n) = (:five) => true
          tags = :all => true
          nil = :null => true
          l[0] = :one AND l[1] = :two => true
          """)
  void conditions(String condition, boolean holds) {
    assertEquals(
        holds,
        Evaluator.holds(
            Expressions.condition("ConditionExpression", condition, scope()).condition(), ITEM));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          SET n = n + :one => n => {"N":"6"}
          SET n = :one - n => n => {"N":"-4"}
          SET c = if_not_exists(c, :six) + :one => c => {"N":"7"}
          SET n = if_not_exists(n, :six) => n => {"N":"5"}
          SET l = list_append(:list, l) REMOVE nil => l => {"L":[{"N":"9"},{"N":"1"},{"S":"two"},{"M":{"k":{"S":"v"}}}]}
          SET l[9] = :six, l[7] = :one => l => {"L":[{"N":"1"},{"S":"two"},{"M":{"k":{"S":"v"}}},{"N":"1"},{"N":"6"}]}
          REMOVE l[0], l[1] => l => {"L":[{"M":{"k":{"S":"v"}}}]}
          SET l[2].k = :x REMOVE l[0] => l => {"L":[{"S":"two"},{"M":{"k":{"S":"x"}}}]}
          SET m.a.c = :x => m => {"M":{"a":{"M":{"b":{"N":"7"},"c":{"S":"x"}}},"e":{"S":""}}}
          REMOVE m.a.b, absent => m => {"M":{"a":{"M":{}},"e":{"S":""}}}
          ADD n :six => n => {"N":"11"}
          ADD fresh :six => fresh => {"N":"6"}
          ADD tags :set => tags => {"SS":["x","y","z"]}
          DELETE tags :set => tags => {"SS":["x"]}
          DELETE tags :all => tags => null
          SET n = word, word = n => n => {"S":"hello"}
          SET #dot = :x => a.b => {"S":"x"}
          """)
  void updates(String update, String attribute, String expected) {
    Value value = Updater.apply(Expressions.update(update, scope()), ITEM).values().get(attribute);
    assertEquals(expected, value == null ? "null" : ValueJson.write(value).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          n, absent => {"n":{"N":"5"}}
          m.a.b => {"m":{"M":{"a":{"M":{"b":{"N":"7"}}}}}}
          l[2].k, l[0] => {"l":{"L":[{"N":"1"},{"M":{"k":{"S":"v"}}}]}}
          n.x, l[9], m.zz => {}
          """)
  void projections(String projection, String expected) {
    assertEquals(
        expected,
        ValueJson.writeItem(Expressions.projection(projection, scope()).of(ITEM)).toString());
  }
}
