using System.Globalization;
using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <content>FEEL inside a step. What gives null is warned about; what cannot be used raises an incident.</content>
internal sealed partial class Run
{
    private bool TryEvaluate(Token token, Node node, FeelExpression expression, ResumeAt resume, out FeelValue value)
    {
        value = FeelValue.Null;
        try
        {
            value = Evaluate(node, expression, token.ScopeId);
            return true;
        }
        catch (FeelBudgetException budget)
        {
            Record(node.Id, HistoryEvent.Failed);
            RaiseIncident(token, "UTTRYCK_BUDGET", $"{node.Id}: {budget.Message}", resume);
            return false;
        }
    }

    private FeelValue Evaluate(Node node, FeelExpression expression, string scopeId)
    {
        var outcome = expression.Evaluate(Context(scopeId), _environment);
        foreach (var warning in outcome.Warnings) _effects.Add(new ExpressionWarned(node.Id, warning));
        return outcome.Value;
    }

    private string? CorrelationKeyOf(Node node, MessageTrigger trigger, string scopeId)
    {
        if (trigger.CorrelationKey is not { } key) return null;
        if (key.Expression is not { } expression) return key.Text;
        try
        {
            return Evaluate(node, expression, scopeId) switch
            {
                FeelString text => text.Value,
                FeelNumber number => number.Value.ToString(CultureInfo.InvariantCulture),
                _ => WarnNoKey(node),
            };
        }
        catch (FeelBudgetException)
        {
            return WarnNoKey(node);
        }
    }

    private string? WarnNoKey(Node node)
    {
        _effects.Add(new ExpressionWarned(node.Id, "cf:correlationKey gav ingen text; meddelandet tas emot utan nyckel."));
        return null;
    }

    private bool TryText(Token token, Node node, TextOrFeel? setting, string what, out string? text)
    {
        text = setting?.Text;
        if (setting?.Expression is not { } expression) return true;
        if (!TryEvaluate(token, node, expression, ResumeAt.Enter, out var value)) return false;
        text = (value as FeelString)?.Value;
        return value is FeelNull or FeelString || RaiseWrongType(token, node, what, "en text");
    }

    private bool TryDue(Token token, Node node, TextOrFeel? setting, out DateTimeOffset? due)
    {
        due = null;
        if (setting is null) return true;
        if (setting.Expression is not { } expression)
        {
            due = TimerLiteral.Point(setting.Text, _now)?.ToUniversalTime();
            return due is not null || RaiseWrongType(token, node, "cf:due", "en tidpunkt eller varaktighet");
        }

        if (!TryEvaluate(token, node, expression, ResumeAt.Enter, out var value)) return false;
        due = FeelInstant.DueOf(value, _now)?.ToUniversalTime();
        return due is not null || value is FeelNull || RaiseWrongType(token, node, "cf:due", "en tidpunkt eller varaktighet");
    }

    /// <summary>When a timer goes off, decided now and never again.</summary>
    private bool TryPlan(Token token, Node node, TimerTrigger trigger, out TimerPlan plan, ResumeAt resume = ResumeAt.Enter)
    {
        TimerPlan? made;
        if (trigger.Spec.Expression is { } expression)
        {
            if (!TryEvaluate(token, node, expression, resume, out var value))
            {
                plan = new(_now, null, 0);
                return false;
            }

            made = value is FeelString text && trigger.Kind == TimerKind.Cycle
                ? TimerLiteral.Plan(TimerKind.Cycle, text.Value, _now)
                : FeelInstant.Of(value, _now) is { } due && trigger.Kind != TimerKind.Cycle ? new(due, null, 0) : null;
        }
        else
        {
            made = TimerLiteral.Plan(trigger.Kind, trigger.Spec.Text, _now);
        }

        plan = made ?? new(_now, null, 0);
        return made is not null || RaiseWrongType(token, node, "Tidsuttrycket", "en tidpunkt eller varaktighet", resume);
    }

    /// <summary>Always false, for use in a condition.</summary>
    private bool RaiseWrongType(Token token, Node node, string what, string wanted, ResumeAt resume = ResumeAt.Enter)
    {
        Record(node.Id, HistoryEvent.Failed);
        RaiseIncident(token, "UTTRYCK_FEL", $"{node.Id}: {what} gav inte {wanted}.", resume);
        return false;
    }
}
