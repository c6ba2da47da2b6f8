using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CaseFlow.Engine.Tests.Execution;

/// <summary>A structured process: blocks inside blocks. Every split has its join, every loop a task in it.</summary>
internal abstract record Block
{
    public sealed record Task(bool Interrupting, bool HasTimer) : Block;

    public sealed record Wait : Block;

    public sealed record Sequence(Block First, Block Second) : Block;

    public sealed record Choice(Block Yes, Block No) : Block;

    public sealed record Parallel(Block Left, Block Right) : Block;

    public sealed record Loop(Block Body) : Block;

    /// <summary>Both, either, or neither of the branches.</summary>
    public sealed record Inclusive(Block Left, Block Right) : Block;

    public sealed record Sub(Block Body, bool HasTimer) : Block;

    /// <summary>The body twice, in a row or beside each other.</summary>
    public sealed record Each(Block Body, bool Sequential) : Block;

    /// <summary>Whichever comes first, an answer or a time.</summary>
    public sealed record Gate : Block;
}

/// <summary>Generates structured processes as BPMN text, with event subprocesses at the root.</summary>
internal static class GraphGenerator
{
    public static Gen<Block> Blocks { get; } = Gen.Sized(size => OfSize(Math.Min(size, 12)));

    private static Gen<Block> OfSize(int size)
    {
        var leaf = Gen.Frequency(
            (5, ArbMap.Default.GeneratorFor<bool>().Two().Select(two => (Block)new Block.Task(two.Item1, two.Item2))),
            (1, Gen.Constant((Block)new Block.Wait())),
            (1, Gen.Constant((Block)new Block.Gate())));
        if (size <= 1) return leaf;
        var part = OfSize(size / 2);
        return Gen.OneOf(
            leaf,
            part.Two().Select(two => (Block)new Block.Sequence(two.Item1, two.Item2)),
            part.Two().Select(two => (Block)new Block.Choice(two.Item1, two.Item2)),
            part.Two().Select(two => (Block)new Block.Parallel(two.Item1, two.Item2)),
            part.Two().Select(two => (Block)new Block.Inclusive(two.Item1, two.Item2)),
            part.Zip(ArbMap.Default.GeneratorFor<bool>(), (body, timer) => (Block)new Block.Sub(body, timer)),
            part.Zip(ArbMap.Default.GeneratorFor<bool>(), (body, sequential) => (Block)new Block.Each(body, sequential)),
            OfSize(size - 1).Select(body => (Block)new Block.Loop(new Block.Sequence(new Block.Task(false, false), body))));
    }

    /// <summary>The block between a start and an end, as XML. Choices ask the variable <c>val</c> and loops <c>igen</c>.</summary>
    public static string ToXml(Block block)
    {
        var writer = new Writer();
        writer.Element("<bpmn:startEvent id='S'/>");
        writer.Flow(writer.Write(block, "S"), "Slut");
        writer.Element("<bpmn:endEvent id='Slut'/>");
        writer.Element("<bpmn:subProcess id='Bredvid' triggeredByEvent='true'><bpmn:startEvent id='BS' isInterrupting='false'><bpmn:messageEventDefinition messageRef='M1'/></bpmn:startEvent>"
            + "<bpmn:userTask id='BT'/><bpmn:endEvent id='BE'/><bpmn:sequenceFlow id='b1' sourceRef='BS' targetRef='BT'/><bpmn:sequenceFlow id='b2' sourceRef='BT' targetRef='BE'/></bpmn:subProcess>");
        writer.Element("<bpmn:subProcess id='Avbryt' triggeredByEvent='true'><bpmn:startEvent id='AS'><bpmn:messageEventDefinition messageRef='M2'/></bpmn:startEvent>"
            + "<bpmn:userTask id='AT'/><bpmn:endEvent id='AE'/><bpmn:sequenceFlow id='a1' sourceRef='AS' targetRef='AT'/><bpmn:sequenceFlow id='a2' sourceRef='AT' targetRef='AE'/></bpmn:subProcess>");
        return Fixture.Process(writer.ToString(), "<bpmn:message id='M1' name='Bredvid'/><bpmn:message id='M2' name='Avbryt'/><bpmn:message id='M3' name='Svar'/>");
    }

    private sealed class Writer
    {
        private readonly StringBuilder _xml = new();
        private int _next;

        public void Element(string xml) => _xml.Append(xml).Append('\n');

        public void Flow(string from, string to, string? condition = null, string? id = null) => Element(
            $"<bpmn:sequenceFlow id='{id ?? $"f{_next++}"}' sourceRef='{from}' targetRef='{to}'>"
            + (condition is null ? string.Empty : $"<bpmn:conditionExpression>{condition}</bpmn:conditionExpression>") + "</bpmn:sequenceFlow>");

        /// <summary>Writes a block entered from a node; answers the node it is left by.</summary>
        public string Write(Block block, string from)
        {
            switch (block)
            {
                case Block.Sequence both: return Write(both.Second, Write(both.First, from));
                case Block.Parallel both: return Split("parallelGateway", from, both.Left, both.Right, condition: null);
                case Block.Choice both: return Split("exclusiveGateway", from, both.Yes, both.No, "val = true");
                case Block.Loop loop: return Loop(loop, from);
                case Block.Inclusive both: return Inclusive(both, from);
                case Block.Sub sub: return Subprocess(sub.Body, from, string.Empty, sub.HasTimer);
                case Block.Each each:
                    return Subprocess(each.Body, from, $"<bpmn:multiInstanceLoopCharacteristics isSequential='{(each.Sequential ? "true" : "false")}'><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>", hasTimer: false);
                case Block.Gate: return Gate(from);
                case Block.Wait:
                    var wait = Node("intermediateCatchEvent", Timer("P1D"));
                    Flow(from, wait);
                    return wait;
                case Block.Task task:
                    var id = Node("userTask");
                    Flow(from, id);
                    return task.HasTimer ? WithTimer(task, id) : id;
                default: throw new NotSupportedException();
            }
        }

        public override string ToString() => _xml.ToString();

        private string Node(string element, string content = "", string attributes = "")
        {
            var id = $"n{_next++}";
            Element($"<bpmn:{element} id='{id}' {attributes}>{content}</bpmn:{element}>");
            return id;
        }

        private static string Timer(string duration) =>
            $"<bpmn:timerEventDefinition><bpmn:timeDuration>{duration}</bpmn:timeDuration></bpmn:timerEventDefinition>";

        private string Split(string gateway, string from, Block first, Block second, string? condition)
        {
            var fallback = $"d{_next++}";
            var split = Node(gateway, attributes: condition is null ? string.Empty : $"default='{fallback}'");
            var join = Node(gateway);
            Flow(from, split);
            var (left, right) = (Node("userTask"), Node("userTask"));
            Flow(split, left, condition);
            Flow(split, right, id: fallback);
            Flow(Write(first, left), join);
            Flow(Write(second, right), join);
            return join;
        }

        private string Inclusive(Block.Inclusive both, string from)
        {
            var fallback = $"d{_next++}";
            var split = Node("inclusiveGateway", attributes: $"default='{fallback}'");
            var join = Node("inclusiveGateway");
            Flow(from, split);
            var (left, right, neither) = (Node("userTask"), Node("userTask"), Node("userTask"));
            Flow(split, left, "val = true");
            Flow(split, right, "igen = false");
            Flow(split, neither, id: fallback);
            Flow(Write(both.Left, left), join);
            Flow(Write(both.Right, right), join);
            Flow(neither, join);
            return join;
        }

        private string Subprocess(Block body, string from, string loop, bool hasTimer)
        {
            var id = $"n{_next++}";
            Element($"<bpmn:subProcess id='{id}'>{loop}<bpmn:startEvent id='{id}S'/>");
            Flow(Write(body, $"{id}S"), $"{id}E");
            Element($"<bpmn:endEvent id='{id}E'/></bpmn:subProcess>");
            Flow(from, id);
            return hasTimer ? WithTimer(new(Interrupting: true, HasTimer: true), id) : id;
        }

        private string Gate(string from)
        {
            var (gate, merge) = (Node("eventBasedGateway"), Node("exclusiveGateway"));
            var (answer, time) = (Node("intermediateCatchEvent", "<bpmn:messageEventDefinition messageRef='M3'/>"), Node("intermediateCatchEvent", Timer("P3D")));
            Flow(from, gate);
            foreach (var one in new[] { answer, time })
            {
                Flow(gate, one);
                Flow(one, merge);
            }

            return merge;
        }

        private string Loop(Block.Loop loop, string from)
        {
            var fallback = $"d{_next++}";
            var (head, test) = (Node("exclusiveGateway"), Node("exclusiveGateway", attributes: $"default='{fallback}'"));
            Flow(from, head);
            Flow(Write(loop.Body, head), test);
            Flow(test, head, "igen = true");
            var after = Node("exclusiveGateway");
            Flow(test, after, id: fallback);
            return after;
        }

        /// <summary>Interrupting: the timer's path meets the task's. Otherwise: it ends by itself.</summary>
        private string WithTimer(Block.Task task, string id)
        {
            var boundary = Node("boundaryEvent", Timer("P2D"), $"attachedToRef='{id}' cancelActivity='{(task.Interrupting ? "true" : "false")}'");
            var reminder = Node("userTask");
            Flow(boundary, reminder);
            if (!task.Interrupting) return id;
            var merge = Node("exclusiveGateway");
            Flow(id, merge);
            Flow(reminder, merge);
            return merge;
        }
    }
}
