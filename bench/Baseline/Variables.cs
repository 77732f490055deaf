using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Jobs.Baseline;

/// <summary>What a request asks with: the members of <c>variables</c> that some endpoint knows.</summary>
internal struct Variables
{
    public long Id;
    public long NearId;
    public long FilterId;
    public int RadiusMeters;
    public Position After;
    public string? JobPostId;
    public string? Message;
    public string? IdempotencyKey;
    public bool SharesPhoneNumber;
    public List<(long QuestionId, string Text)>? Answers;

    public static Variables Read(ReadOnlySequence<byte> body)
    {
        var read = new Variables { After = Position.First };
        var json = new Utf8JsonReader(body);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isVariables = json.ValueTextEquals("variables"u8);
            json.Read();
            if (isVariables) read.ReadObject(ref json, inFilter: false);
            else json.Skip();
        }
        return read;
    }

    private void ReadObject(ref Utf8JsonReader json, bool inFilter)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"u8) || json.ValueTextEquals("neighborhoodId"u8))
            {
                json.Read();
                if (inFilter) FilterId = Ids.Read(ref json);
                else Id = NearId = Ids.Read(ref json);
            }
            else if (json.ValueTextEquals("after"u8))
            {
                json.Read();
                After = Position.Read(ref json);
            }
            else if (json.ValueTextEquals("area"u8))
            {
                json.Read();
                ReadObject(ref json, inFilter);
            }
            else if (json.ValueTextEquals("filter"u8))
            {
                json.Read();
                ReadObject(ref json, inFilter: true);
            }
            else if (json.ValueTextEquals("radiusMeters"u8))
            {
                json.Read();
                RadiusMeters = json.GetInt32();
            }
            else if (json.ValueTextEquals("input"u8))
            {
                json.Read();
                ReadInput(ref json);
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }
    }

    private void ReadInput(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            json.Read();
            if (name == "jobPostId") JobPostId = json.GetString();
            else if (name == "message") Message = json.GetString();
            else if (name == "idempotencyKey") IdempotencyKey = json.GetString();
            else if (name == "sharePhoneNumber") SharesPhoneNumber = json.TokenType == JsonTokenType.True;
            else if (name == "answers" && json.TokenType == JsonTokenType.StartArray) ReadAnswers(ref json);
            else json.Skip();
        }
        if (JobPostId is { } id) Id = Ids.Read(Encoding.UTF8.GetBytes(id));
    }

    private void ReadAnswers(ref Utf8JsonReader json)
    {
        Answers = [];
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            var (questionId, text) = (0L, "");
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isQuestion = json.ValueTextEquals("questionId"u8);
                json.Read();
                if (isQuestion) questionId = Ids.Read(ref json);
                else text = json.GetString()!;
            }
            Answers.Add((questionId, text));
        }
    }
}
